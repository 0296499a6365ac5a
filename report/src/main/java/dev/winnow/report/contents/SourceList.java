package dev.winnow.report.contents;

import dev.winnow.model.value.Evidence;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources that a text cites, numbered from 1 in the order in which it first does. */
final class SourceList {

    private final Wording wording;
    private final FactWords factWords;
    private final List<String> sources = new ArrayList<>();

    SourceList(Wording wording, FactWords factWords) {
        this.wording = wording;
        this.factWords = factWords;
    }

    /** {@code [1]}; empty where nobody is named. */
    String cite(Evidence evidence) {
        String source = written(evidence);
        if (source == null) {
            return "";
        }
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return " [" + (sources.indexOf(source) + 1) + "]";
    }

    /** The sources in order. */
    List<String> all() {
        return List.copyOf(sources);
    }

    private @Nullable String written(Evidence evidence) {
        String source = evidence.source();
        if (source == null) {
            return null;
        }
        String name = factWords.source(source);
        return evidence.asOf() == null ? name : wording.say("memo.pair", name, wording.day(evidence.asOf()));
    }
}
