package dev.winnow.tables.internal.headings;

import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for columns, collected once for all tables of a run. Not thread-safe. */
public final class HeadingWords {

    private final EntryKinds kinds;
    private final Map<EntryKind, OfKind> known = new HashMap<>();

    /** Words of all kinds; null until first used. */
    private @Nullable Set<String> all;

    private record OfKind(Map<String, Set<String>> words, Set<String> doubted) {}

    /** @param kinds all possible kinds of rows */
    public HeadingWords(EntryKinds kinds) {
        this.kinds = kinds;
    }

    EntryKinds kinds() {
        return kinds;
    }

    /** The meanings of headings in a table of a kind. */
    public Meanings of(EntryKind kind) {
        OfKind own = words(kind);
        return new Meanings(kind, own.words, own.doubted);
    }

    private OfKind words(EntryKind kind) {
        HeadingCatalogue catalogue = HeadingCatalogue.get();
        return known.computeIfAbsent(kind, one -> new OfKind(catalogue.words(one), catalogue.doubted(one)));
    }

    /** Whether a normalised text is a word for a column of a kind; of any kind if it is null. */
    boolean contains(@Nullable EntryKind kind, String folded) {
        if (kind != null) {
            return words(kind).words.containsKey(folded);
        }
        Set<String> every = all;
        if (every == null) {
            every = new HashSet<>();
            for (EntryKind one : kinds.values()) {
                every.addAll(words(one).words.keySet());
            }
            all = every;
        }
        return every.contains(folded);
    }
}
