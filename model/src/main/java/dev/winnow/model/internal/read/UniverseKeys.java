package dev.winnow.model.internal.read;

import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a universe file: its lists, and the properties of entries of the simple lists. */
public final class UniverseKeys {

    /** The lists of a universe, in the order in which they are written. */
    public static final List<String> LISTS = List.of(
            RateReader.LIST,
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

    /** All keys of a universe file, including the header, the answers and the values given by a panel. */
    private static final List<String> ALL = Stream.concat(
                    LISTS.stream(), Stream.of("universe", AnswerReader.LIST, JudgedReader.LIST))
            .toList();

    /** The lists of words that other entries refer to. */
    public static final List<String> WORD_LISTS = List.of("endMarkets", "tracks", "subTracks", "stages");

    /** The keys of an entry of a word list. */
    public static final List<String> WORD = List.of("id", "name", "zh", "note", "source");

    /** The keys of a source. */
    public static final List<String> SOURCE = List.of("id", "title", "date", "url", "note", "zh");

    private UniverseKeys() {}

    /** Reports unknown keys of a universe file, or that it has no keys. */
    public static void check(Node root, List<Problem> problems) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "a universe file has keys such as `%s`; this is %s",
                            "projects", root.kind().words()),
                    root.isList() ? Message.of("write `%s` above the list", "projects:") : null));
            return;
        }
        root.allow(Message.of("a universe"), ALL, problems);
    }

    /** Whether a universe file may have a key. */
    public static boolean isKnown(String key) {
        return ALL.contains(key);
    }
}
