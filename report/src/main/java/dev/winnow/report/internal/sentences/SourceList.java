package dev.winnow.report.internal.sentences;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.value.Evidence;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources cited in a document, in the order of first citation; the first citation of each has its title and address
 * below it.
 */
public final class SourceList {

    private final Wording wording;
    private final FactWords factWords;
    private final Map<String, Item> sources = new LinkedHashMap<>();
    private final Set<String> described = new HashSet<>();

    public SourceList(Wording wording, FactWords factWords) {
        this.wording = wording;
        this.factWords = factWords;
    }

    /** Returns {@code (article § 1, 2026-01-08); a note}, and records the source. */
    public String cite(Citation citation) {
        Evidence evidence = citation.evidence();
        List<String> origin = new ArrayList<>();
        if (evidence.source() != null) {
            origin.add(factWords.source(evidence.source()));
        }
        if (evidence.asOf() != null) {
            origin.add(wording.day(evidence.asOf()));
        }
        if (evidence.source() != null) {
            String source = citation.universeSource();
            String cited = String.join(wording.sentence(", "), origin);
            if (source != null && described.add(Names.sourceId(source))) {
                sources.put(cited, new Item(cited, factWords.described(source)));
            } else {
                sources.putIfAbsent(cited, new Item(cited));
            }
        }
        if (evidence.hindsight()) {
            origin.add(wording.sentence("learnt afterwards"));
        }
        String where = origin.isEmpty() ? "" : wording.sentence(" (%s)", String.join(wording.sentence(", "), origin));
        return evidence.note() == null ? where : where + factWords.note(evidence.note());
    }

    /** Returns the sources in order. */
    public List<Item> all() {
        return List.copyOf(sources.values());
    }
}
