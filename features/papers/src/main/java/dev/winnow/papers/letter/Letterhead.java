package dev.winnow.papers.letter;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sender of letters.
 *
 * @param values the texts by placeholder: {@code bureau}, {@code address}, {@code contact}, {@code signatory} and {@code
 *     reference}; without those that are not given
 */
record Letterhead(Map<String, String> values) {

    static final List<String> KEYS = List.of("bureau", "address", "contact", "signatory", "reference");

    /** The letterhead of a bureau that gave none. */
    static final Letterhead NONE = new Letterhead(Map.of());

    private static final Message OWNER = Message.of("a letterhead");

    Letterhead {
        values = Map.copyOf(values);
    }

    /** Reads a letterhead in a language; parts with problems are left out. */
    static Letterhead read(TextFile file, Language language, List<Problem> problems) {
        Node root = file.parse(problems);
        if (root == null || !root.hasKeys(OWNER, problems)) {
            return NONE;
        }
        root.allow(OWNER, KEYS, problems);
        Map<String, String> values = new TreeMap<>();
        for (String key : KEYS) {
            String text = text(root, key, language, problems);
            if (text != null) {
                values.put(key, text);
            }
        }
        return new Letterhead(values);
    }

    private static @Nullable String text(Node root, String key, Language language, List<Problem> problems) {
        Node value = root.get(key);
        if (value == null || !value.isMap()) {
            return root.optionalText(key, problems);
        }
        List<String> tags = List.of(Language.EN.tag(), Language.ZH.tag());
        value.allow(Message.of("`%s`", key), tags, problems);
        return value.requiredText(Message.of("`%s`", key), language.tag(), problems);
    }
}
