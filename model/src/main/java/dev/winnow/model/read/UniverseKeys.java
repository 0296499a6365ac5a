package dev.winnow.model.read;

import dev.winnow.model.assumption.AssumptionReader;
import java.util.List;

/** The keys that a universe file may have: its lists, and the properties of entries of the simple lists. */
public final class UniverseKeys {

    /** The lists of a universe, in the order in which they are written. */
    public static final List<String> LISTS = List.of(
            "sources",
            "endMarkets",
            "tracks",
            "subTracks",
            "stages",
            "firms",
            "chains",
            "cities",
            "projects",
            "facts",
            AssumptionReader.LIST);

    /** The lists of words that other entries refer to. */
    public static final List<String> WORD_LISTS = List.of("endMarkets", "tracks", "subTracks", "stages");

    /** The keys of an entry of a word list. */
    public static final List<String> WORD = List.of("id", "name", "zh", "note", "source");

    /** The keys of a source. */
    public static final List<String> SOURCE = List.of("id", "title", "date", "url", "note", "zh");

    private UniverseKeys() {}
}
