package dev.winnow.model.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses texts that are too long for a universe. A result repeats the names of a project and a city for each pair, so
 * one name of a megabyte would make a result of hundreds of megabytes.
 */
public final class TextLength {

    /**
     * Maximum length of an id, a name, a source and every other text that is not prose, in characters. Companies House
     * accepts company names of up to 160 characters, and the ceremonial name of Bangkok has 168 letters; the rest is room
     * for full citations.
     */
    public static final int MAX_NAME = 1_000;

    /** Maximum length of prose, in characters: the content of one cell of an Excel workbook. */
    public static final int MAX_PROSE = 32_767;

    /** The keys whose values are prose. */
    private static final Set<String> PROSE = Set.of("note", "title", "url", "text", "reason");

    private static final String CUT = " […]";

    private TextLength() {}

    /**
     * Returns a text in full or, if it is too long for a key, its beginning with a mark of the omission. For texts
     * whose end is of no consequence; a longer text of other keys is {@linkplain #refuse refused}.
     */
    public static String cut(String key, String text) {
        int max = max(key);
        if (text.length() <= max) {
            return text;
        }
        int end = max - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /**
     * Returns a tree in which each text that is too long is replaced by a {@linkplain Node#refused(Place) refused} node; the
     * same tree if there is none. A key that is too long is left out, and its map is marked as refused in part.
     *
     * @param problems receives one problem per text, which quotes only its beginning
     */
    public static Node refuse(Node node, List<Problem> problems) {
        return node.longest() <= MAX_NAME ? node : refuse(node, null, problems);
    }

    /**
     * Refuses texts below a node.
     *
     * @param key the key whose value the node is, directly or as an item of a list; null at the root
     */
    private static Node refuse(Node node, @Nullable String key, List<Problem> problems) {
        if (node.longest() <= max(key)) {
            return node;
        }
        return switch (node.kind()) {
            case NULL -> node;
            case SCALAR -> {
                problems.add(problem(node, key));
                yield Node.refused(node.place());
            }
            case LIST ->
                Node.list(
                        node.place(),
                        node.items().stream()
                                .map(item -> refuse(item, key, problems))
                                .toList(),
                        node.cracked());
            case MAP -> map(node, problems);
        };
    }

    private static Node map(Node node, List<Problem> problems) {
        List<Node.Field> fields = new ArrayList<>(node.each().size());
        boolean whole = true;
        for (Node.Field field : node.each()) {
            if (field.key().length() > MAX_NAME) {
                problems.add(field.problem(Message.of(
                        "the key `%s` has %s characters, expected at most %s",
                        field.key(), field.key().length(), MAX_NAME)));
                whole = false;
                continue;
            }
            Node value = refuse(field.value(), field.key(), problems);
            fields.add(value == field.value() ? field : new Node.Field(field.key(), field.place(), value));
        }
        Node shorter = node.with(fields);
        return whole ? shorter : shorter.refused();
    }

    private static Problem problem(Node node, @Nullable String key) {
        int max = max(key);
        Message what = key == null
                ? Message.of(
                        "the text `%s` has %s characters, expected at most %s",
                        node.text(), node.text().length(), max)
                : Message.of(
                        "`%s` has %s characters, expected at most %s: `%s`",
                        key, node.text().length(), max, node.text());
        return node.problem(what, max == MAX_PROSE ? null : Message.of("write details as a `%s`", "note"));
    }

    private static int max(@Nullable String key) {
        return key != null && PROSE.contains(key) ? MAX_PROSE : MAX_NAME;
    }
}
