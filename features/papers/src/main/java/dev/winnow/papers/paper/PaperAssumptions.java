package dev.winnow.papers.paper;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.BaseCaseText.Alike;
import dev.winnow.report.internal.sentences.RobustnessText;
import dev.winnow.report.internal.sentences.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The section on facts without a document, on assumptions and on the weights. */
final class PaperAssumptions {

    private final RobustnessText sure;
    private final Explanation explanation;
    private final Assessment one;
    private final Insight insight;
    private final List<UndocumentedFact> undocumented;
    private final FactWords facts;
    private final PaperAdvice advice;
    private final Wording wording;

    PaperAssumptions(
            ScreeningResult result,
            Explanation explanation,
            Insight insight,
            List<UndocumentedFact> undocumented,
            FactWords facts,
            PaperAdvice advice,
            Wording wording) {
        this.sure = Sensitivity.sureText(result, wording);
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.insight = insight;
        this.undocumented = undocumented;
        this.facts = facts;
        this.advice = advice;
        this.wording = wording;
    }

    Section section() {
        List<Item> items = new ArrayList<>();
        List<UndocumentedFact> critical =
                undocumented.stream().filter(fact -> fact.otherwise() != null).toList();
        for (UndocumentedFact fact : critical) {
            items.add(new Item(
                    fact.ofOwner() ? wording.sentence("owner’s word") : wording.sentence("no document"),
                    Tone.BAD,
                    otherwise(statement(fact.statement(), fact.fact()), fact.otherwise()),
                    List.of()));
        }
        List<Block> blocks = new ArrayList<>();
        BaseCase base = one.base();
        boolean relies = one.verdict() == Verdict.RECOMMEND;
        List<Alike> alike = base == null || (!relies && base.verdict() == one.verdict())
                ? List.of()
                : BaseCaseText.alike(explanation).stream()
                        .filter(assumed -> assumed.otherwise() != null)
                        .toList();
        if (base != null && !alike.isEmpty()) {
            blocks.add(new Paragraph(
                    relies
                            ? wording.sentence(
                                    "Until its conditions are met, the recommendation relies on assumptions.")
                            : wording.sentence(
                                    "The advice above assumes nothing. With these assumptions it would be: %s.",
                                    advice.of(base.verdict()))));
        }
        for (Alike assumed : alike) {
            items.add(new Item(
                    wording.sentence("assumed"),
                    Tone.CAUTION,
                    otherwise(
                            wording.sentence(
                                    "%s: %s (%s)",
                                    named(facts, wording, assumed.facts()), assumed.value(), assumed.reason()),
                            assumed.otherwise()),
                    List.of()));
        }
        blocks.add(new Items(Mark.LABEL, advice.limited(items), ""));
        int harmless = undocumented.size() - critical.size();
        if (harmless > 0) {
            blocks.add(new Paragraph(wording.sentence(
                    "Further facts without a document: %s. The advice stays the same without any one of them.",
                    harmless)));
        }
        if (items.isEmpty() && harmless == 0) {
            blocks.add(new Paragraph(wording.sentence("Nothing is assumed: unknown facts are left unknown.")));
        }
        sure.advice(insight.standing(one), insight.ranking(one).samples())
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence)));
        return new Section("assumed", wording.sentence("Assumptions, and the advice without them"), blocks);
    }

    private String otherwise(String assumed, @Nullable Verdict otherwise) {
        return wording.sentence(
                "%s. If it is not so, the advice may become: %s.",
                assumed, advice.of(Objects.requireNonNull(otherwise)));
    }

    /** Returns facts in words, without the conjunction of a yes or no in English. */
    static String named(FactWords facts, Wording wording, List<String> some) {
        String named = facts.together(some, PaperAdvice.FEW);
        return wording.language() == Language.EN ? named.replaceFirst("^whether ", "") : named;
    }

    /** Returns a statement with its origin: {@code the project has its funding secured: yes (a letter, 2026-02-01)}. */
    private String statement(Citation citation, String fact) {
        String value = citation.value();
        Citation said = new Citation(
                fact,
                citation.figure(),
                value.equals("true") ? wording.say("ways.yes") : value.equals("false") ? wording.say("ways.no") : value,
                citation.evidence());
        List<String> origin = new ArrayList<>();
        if (said.evidence().source() != null) {
            origin.add(facts.source(said.evidence().source()));
        }
        if (said.evidence().asOf() != null) {
            origin.add(wording.day(said.evidence().asOf()));
        }
        String read = facts.read(said);
        return origin.isEmpty() ? read : read + wording.sentence(" (%s)", wording.list(origin));
    }
}
