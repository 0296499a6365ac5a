package dev.winnow.cli;

import dev.winnow.model.Citation;
import dev.winnow.model.Evidence;
import dev.winnow.model.Finding;
import java.util.ArrayList;
import java.util.List;

/** One finding in a memo. */
final class FindingItem {

    /** The columns of a label. */
    static final int LABEL = 10;

    /** How many further reasons are named where all would tire. */
    private static final int FEW = 3;

    private FindingItem() {}

    /** A finding: its title, why it holds, the figures it read and where they come from. */
    static void write(Page page, String label, Finding finding) {
        page.hanging("  " + label, Columns.unstopped(finding.title()));
        int indent = 2 + LABEL;
        page.text(indent, finding.reason());
        for (Citation citation : finding.evidence()) {
            String read = FactNames.label(citation.property(), citation.value());
            page.hanging(" ".repeat(indent) + "· ", read + ": " + cited(citation));
        }
        List<String> also = finding.also();
        also.stream().limit(FEW).forEach(reason -> page.hanging(" ".repeat(indent) + "also ", reason));
        if (also.size() > FEW) {
            page.text(indent, "and " + (also.size() - FEW) + " more like these");
        }
        page.text(indent, "rule " + finding.rule() + ", " + finding.source());
    }

    /** {@code over 70 % (article § 1, 2026-01-08)}. */
    private static String cited(Citation citation) {
        Evidence evidence = citation.evidence();
        List<String> origin = new ArrayList<>();
        if (evidence.source() != null) {
            origin.add(evidence.source());
        }
        if (evidence.asOf() != null) {
            origin.add(evidence.asOf().toString());
        }
        if (evidence.hindsight()) {
            origin.add("learnt afterwards");
        }
        String note = evidence.note() == null ? "" : "; " + evidence.note();
        return citation.value() + (origin.isEmpty() ? "" : " (" + String.join(", ", origin) + ")") + note;
    }
}
