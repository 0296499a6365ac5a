package dev.winnow.report.text;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.value.Evidence;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.List;

/** One finding in a memo. */
final class FindingItem {

    /** The columns of a label. */
    static final int LABEL = 10;

    /** The most further reasons that are named. */
    private static final int FEW = 3;

    private final Page page;
    private final Wording wording;
    private final FactWords facts;

    FindingItem(Page page, Wording wording, FactWords facts) {
        this.page = page;
        this.wording = wording;
        this.facts = facts;
    }

    /** A finding: its title, why it holds, the figures it read and where they come from. */
    void write(String label, Finding finding) {
        page.hanging("  " + label, Columns.unstopped(finding.title()));
        int indent = 2 + LABEL;
        page.text(indent, finding.reason());
        for (Citation citation : finding.evidence()) {
            page.hanging(" ".repeat(indent) + "· ", facts.read(citation) + cited(citation));
        }
        List<String> also = finding.also();
        also.stream()
                .limit(FEW)
                .forEach(reason -> page.hanging(" ".repeat(indent) + wording.sentence("also "), reason));
        if (also.size() > FEW) {
            page.text(indent, wording.sentence("and %s more like these", also.size() - FEW));
        }
        page.text(indent, wording.sentence("rule %s, %s", finding.rule(), facts.source(finding.source())));
    }

    /** {@code (article § 1, 2026-01-08)}. */
    private String cited(Citation citation) {
        Evidence evidence = citation.evidence();
        List<String> origin = new ArrayList<>();
        if (evidence.source() != null) {
            origin.add(facts.source(evidence.source()));
        }
        if (evidence.asOf() != null) {
            origin.add(wording.day(evidence.asOf()));
        }
        if (evidence.hindsight()) {
            origin.add(wording.sentence("learnt afterwards"));
        }
        String where = origin.isEmpty() ? "" : wording.sentence(" (%s)", String.join(wording.sentence(", "), origin));
        return evidence.note() == null ? where : where + facts.note(evidence.note());
    }
}
