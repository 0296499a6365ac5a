package dev.winnow.papers.paper;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section on the changes since a recorded screening of the same candidate. */
final class PaperChanges {

    /** Maximum width of a recorded reason, in columns; the record has longer ones. */
    private static final int LONGEST = 240;

    private final Explanation explanation;
    private final Assessment one;
    private final PaperReasons reasons;
    private final PaperAdvice advice;
    private final Wording wording;

    PaperChanges(Explanation explanation, PaperReasons reasons, PaperAdvice advice, Wording wording) {
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.reasons = reasons;
        this.advice = advice;
        this.wording = wording;
    }

    /** @param earlier the recorded screening; null if there is none, for an empty section */
    Section section(@Nullable EarlierRecord earlier) {
        if (earlier == null) {
            return new Section("since", "", List.of());
        }
        List<Block> blocks = new ArrayList<>();
        Assessment before = earlier.explanation().assessment();
        blocks.add(new Paragraph(wording.sentence(
                "Then: %s, with %s points. Now: %s, with %s points.",
                advice.of(before.verdict()),
                Numbers.range(before.score()),
                advice.of(one.verdict()),
                Numbers.range(one.score()))));
        StoredRecord decision = earlier.decision();
        if (decision != null) {
            String decided = wording.sentence(
                    "Decided on %s by %s: %s.",
                    wording.day(EarlierRecord.day(decision)),
                    decision.entry().origin().by(),
                    advice.of(decision.decision().decision()));
            String reason = decision.decision().reason();
            blocks.add(new Paragraph(
                    Columns.width(reason) > LONGEST ? decided : MemoContents.together(wording, decided, reason)));
        }
        List<Item> changes = changes(earlier.explanation());
        blocks.add(
                changes.isEmpty()
                        ? new Paragraph(wording.sentence("No finding has changed since."))
                        : new Items(Mark.LABEL, advice.limited(changes), ""));
        return new Section(
                "since",
                wording.sentence(
                        "Changes since record %s of %s",
                        earlier.screening().number(), wording.day(EarlierRecord.day(earlier.screening()))),
                blocks);
    }

    /** Returns the rules that hold now and did not, those that held and do not, and those answered in the negative. */
    private List<Item> changes(Explanation before) {
        Map<String, Finding> held = byRule(before.findings());
        Map<String, Finding> holds = byRule(explanation.findings());
        Collection<String> open =
                explanation.undetermined().stream().map(Undetermined::rule).toList();
        List<Item> items = new ArrayList<>();
        holds.forEach((rule, finding) -> {
            Finding was = held.get(rule);
            if (was == null) {
                items.add(new Item(wording.sentence("now true"), reasons.found(finding), List.of()));
            } else if (was.contribution().compareTo(finding.contribution()) != 0) {
                boolean more = was.contribution().compareTo(finding.contribution()) < 0;
                items.add(new Item(
                        more ? wording.sentence("counts more") : wording.sentence("counts less"),
                        reasons.found(finding),
                        List.of()));
            }
        });
        held.forEach((rule, finding) -> {
            if (!holds.containsKey(rule)) {
                items.add(new Item(
                        open.contains(rule) ? wording.sentence("open again") : wording.sentence("no longer true"),
                        Columns.withoutFullStop(finding.title()),
                        List.of()));
            }
        });
        for (Undetermined was : before.undetermined()) {
            if (!holds.containsKey(was.rule()) && !open.contains(was.rule())) {
                items.add(new Item(
                        wording.sentence("turned out false"), Columns.withoutFullStop(was.title()), List.of()));
            }
        }
        return items;
    }

    private static Map<String, Finding> byRule(List<Finding> findings) {
        Map<String, Finding> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.put(finding.rule(), finding));
        return byRule;
    }
}
