package dev.winnow.report.internal.contents;

import dev.winnow.model.value.Evidence;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources that a text cites, each once, in the order in which it first does. */
final class SourceList {

    private final Wording wording;
    private final FactWords factWords;
    private final Set<String> sources = new LinkedHashSet<>();

    SourceList(Wording wording, FactWords factWords) {
        this.wording = wording;
        this.factWords = factWords;
    }

    /** {@code (article § 1, 2026-01-08); a note}. */
    String cite(Evidence evidence) {
        List<String> origin = new ArrayList<>();
        if (evidence.source() != null) {
            origin.add(factWords.source(evidence.source()));
        }
        if (evidence.asOf() != null) {
            origin.add(wording.day(evidence.asOf()));
        }
        if (evidence.source() != null) {
            sources.add(String.join(wording.sentence(", "), origin));
        }
        if (evidence.hindsight()) {
            origin.add(wording.sentence("learnt afterwards"));
        }
        String where = origin.isEmpty() ? "" : wording.sentence(" (%s)", String.join(wording.sentence(", "), origin));
        return evidence.note() == null ? where : where + factWords.note(evidence.note());
    }

    /** The sources in order. */
    List<String> all() {
        return List.copyOf(sources);
    }
}
