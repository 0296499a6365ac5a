package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.panel.Opinion;
import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.sentences.PanelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sheets of a screening on its panel: the verdicts by assessor, and the judgements. */
public final class PanelSheets {

    private final PanelScreening panel;
    private final Screening screening;
    private final Wording wording;
    private final PanelText text;

    private PanelSheets(PanelScreening panel, Screening screening, Wording wording) {
        this.panel = panel;
        this.screening = screening;
        this.wording = wording;
        this.text = new PanelText(wording, screening.names(), panel.panel());
    }

    /** The view of one assessor on a pair. */
    private record View(PanelPair pair, Opinion opinion) {}

    /** A judgement with the value that follows from it and the others. */
    private record Given(PanelValue value, Judgement judgement) {}

    /** Returns the sheets. */
    public static List<TableBuilder<?>> of(PanelScreening panel, Screening screening, Wording wording) {
        PanelSheets sheets = new PanelSheets(panel, screening, wording);
        return List.of(sheets.opinions(), sheets.judgements());
    }

    private TableBuilder<?> opinions() {
        List<View> views = screening.assessments().stream()
                .map(panel::pair)
                .flatMap(pair -> pair.opinions().stream().map(opinion -> new View(pair, opinion)))
                .toList();
        return new TableBuilder<>(wording, "panel", views)
                .line(wording.say("sheet.answers.panel"))
                .ruledBy(view -> view.pair().assessment().project()
                        + view.pair().assessment().city())
                .prose(
                        "projectName",
                        25,
                        view -> wording.name(view.pair().assessment().projectName()))
                .frozen()
                .prose(
                        "cityName",
                        16,
                        view -> wording.name(view.pair().assessment().cityName()))
                .text("verdict", 13, view -> view.pair().assessment().verdict())
                .count("agreeing", view -> view.pair().agreeing())
                .count("assessors", view -> view.pair().verdicts().size())
                .prose(
                        "assessor",
                        20,
                        view -> wording.name(view.opinion().assessor().name()))
                .text("own.verdict", 13, view -> own(view, Assessment::verdict))
                .with("own.rank", Kind.PLACE, 8, view -> own(view, Assessment::rank))
                .number(
                        "own.low",
                        Kind.SCORE,
                        view -> own(view, one -> one.score().low()))
                .number(
                        "own.high",
                        Kind.SCORE,
                        view -> own(view, one -> one.score().high()))
                .prose(
                        "recused",
                        30,
                        view -> view.opinion().recusal() == null
                                ? null
                                : view.opinion().recusal().reason());
    }

    private static <T> @Nullable T own(View view, Function<Assessment, T> of) {
        Assessment own = view.opinion().assessment();
        return own == null ? null : of.apply(own);
    }

    private TableBuilder<?> judgements() {
        PanelFacts facts = panel.facts();
        List<Given> given = panel.panel().rounds().stream()
                .flatMap(round -> round.judgements().stream())
                .map(one -> new Given(facts.value(one.subject(), one.fact()), one))
                .toList();
        return new TableBuilder<>(wording, "judgements", given)
                .line(wording.say("sheet.answers.judgements"))
                .prose("subjectName", 25, one -> text.named(one.judgement().subject()))
                .frozen()
                .prose("fact", 25, one -> text.fact(one.judgement().fact()))
                .prose(
                        "panelValue",
                        20,
                        one -> text.value(one.value().fact(), one.value().value()))
                .prose("assessor", 20, one -> text.name(one.judgement().assessor()))
                .number(
                        "round",
                        Kind.COUNT,
                        one -> BigDecimal.valueOf(one.judgement().round()))
                .prose(
                        "judgement",
                        20,
                        one -> one.judgement().cannotJudge()
                                ? wording.sentence("cannot judge")
                                : text.value(
                                        one.judgement().fact(), one.judgement().value()))
                .prose("judgement.reason", one -> one.judgement().reason())
                .day("asOf", one -> one.judgement().asOf())
                .text("outlier", 10, one -> stands(one) && one.value().isOutlier(one.judgement()))
                .text("replaced", 10, one -> !stands(one));
    }

    private static boolean stands(Given one) {
        return one.value().judgements().contains(one.judgement());
    }
}
