package dev.winnow.console.input;

import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.PanelContents;
import dev.winnow.report.internal.contents.PanelSheets;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.sentences.PanelText;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.PanelContract;
import dev.winnow.report.json.ScreeningDocument;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The judgements of a panel, and the verdicts of its assessors, in documents and tables about a screening. */
public final class PanelAdditions implements ContractAdditions {

    private final PanelScreening panel;
    private final Names names;

    /** @param names the names of the screened universe */
    public PanelAdditions(PanelScreening panel, Names names) {
        this.panel = panel;
        this.names = names;
    }

    private PanelText text(Wording wording) {
        return new PanelText(wording, names, panel.panel());
    }

    @Override
    public List<Section> memo(Assessment pair, Wording wording) {
        return List.of(text(wording).section(panel.pair(pair)));
    }

    /** Returns the number of assessors who agree, the judged facts, the outliers and other advice. */
    @Override
    public List<Section> paper(Assessment assessment, Function<Verdict, String> advice, Wording wording) {
        PanelPair pair = panel.pair(assessment);
        if (pair.values().isEmpty()) {
            return List.of();
        }
        PanelText text = text(wording);
        List<Item> values = pair.values().stream()
                .map(value -> new Item(
                        text.value(value, null).text(),
                        value.judgements().stream()
                                .filter(value::isOutlier)
                                .map(outlier -> text.line(value, outlier))
                                .toList()))
                .toList();
        List<Item> others = pair.opinions().stream()
                .filter(opinion ->
                        opinion.assessment() != null && opinion.assessment().verdict() != assessment.verdict())
                .map(opinion -> new Item(wording.sentence(
                        "%s: %s",
                        wording.name(opinion.assessor().name()),
                        advice.apply(
                                Objects.requireNonNull(opinion.assessment()).verdict()))))
                .toList();
        return List.of(new Section(
                "panel",
                text.heading(),
                new Paragraph(text.stands(pair)),
                new Items(Mark.DOT, values, ""),
                new Paragraph(
                        others.isEmpty() ? "" : wording.sentence("Advice by the judgements of one assessor alone:")),
                new Items(Mark.DOT, others, "")));
    }

    @Override
    public List<Section> screening(Screening screening, boolean all, Wording wording) {
        return List.of(PanelContents.of(panel, screening, wording, all));
    }

    @Override
    public Set<String> facts(Assessment pair) {
        return panel.pair(pair).values().stream().map(PanelValue::fact).collect(Collectors.toSet());
    }

    /** Returns the title of the source of judged values, which names the id of the panel and the round. */
    @Override
    public @Nullable String sourceTitle(String source, Wording wording) {
        Panel judges = panel.panel();
        String prefix = "panel " + judges.id() + ", round ";
        return source.startsWith(prefix)
                ? wording.sentence(
                        "Panel “%s”, judgements of round %s",
                        judges.title() == null ? judges.id() : wording.name(judges.title()),
                        source.substring(prefix.length()))
                : null;
    }

    @Override
    public void columns(TableBuilder<Explanation> table) {
        table.count(
                        "panel.assessors",
                        one -> panel.pair(one.assessment()).verdicts().size())
                .count("panel.agreeing", one -> panel.pair(one.assessment()).agreeing());
    }

    @Override
    public List<TableBuilder<?>> sheets(Screening screening, Wording wording) {
        return PanelSheets.of(panel, screening, wording);
    }

    @Override
    public ScreeningDocument.Panel panel(Assessment pair) {
        return PanelContract.of(panel, pair);
    }
}
