package dev.winnow.model.internal.declared;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Period;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a map in a document, as far as they have the declared form. A map within it is checked when it is read.
 * Asking for an undeclared key, or for another form than the declared one, is an error of the program.
 */
public final class Fields {

    private final Node node;
    private final Map<String, DeclaredKey> keys;
    private final List<Problem> problems;
    private final Set<String> misspelt = new HashSet<>();
    private final Map<String, Object> values = new HashMap<>();

    Fields(Node node, Map<String, DeclaredKey> keys, List<Problem> problems) {
        this.node = node;
        this.keys = keys;
        this.problems = problems;
        for (Node.Field field : node.each()) {
            DeclaredKey key = keys.get(field.key());
            String meant = key == null ? Nearest.of(field.key(), keys.keySet()) : null;
            if (meant != null) {
                misspelt.add(meant);
            }
            Object read = key == null || node.get(field.key()) == null
                    ? null
                    : key.shape().reader().read(field.key(), field.value(), problems);
            if (read != null) {
                values.put(field.key(), read);
            }
        }
    }

    /** {@return the map in the file} */
    public Node node() {
        return node;
    }

    private @Nullable Object get(String key) {
        if (!keys.containsKey(key)) {
            throw new IllegalArgumentException("`" + key + "` is not declared beside " + keys.keySet());
        }
        return values.get(key);
    }

    /** {@return a text; null if it is missing or has another form} */
    public @Nullable String text(String key) {
        return (String) get(key);
    }

    /** {@return a text; another one if it is missing or has another form} */
    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** {@return a period; null if it is missing or has another form} */
    public @Nullable Period period(String key) {
        return (Period) get(key);
    }

    /** {@return a number; null if it is missing or has another form} */
    public @Nullable BigDecimal decimal(String key) {
        return (BigDecimal) get(key);
    }

    /** {@return a value that the document's reader reads; null if it is missing or has another form} */
    public @Nullable Node value(String key) {
        return (Node) get(key);
    }

    /** {@return the items of a list; empty if it is missing or has another form} */
    public List<Node> items(String key) {
        Node list = value(key);
        return list == null ? List.of() : list.items();
    }

    /** {@return a map; null if it is missing or no map, which is reported} */
    public @Nullable Fields map(String key) {
        Node map = value(key);
        return map == null ? null : map(key, map);
    }

    /** {@return the maps of a list} Items that are no maps are reported and left out. */
    public List<Fields> maps(String key) {
        return items(key).stream()
                .flatMap(item -> Stream.ofNullable(map(key, item)))
                .toList();
    }

    private @Nullable Fields map(String key, Node map) {
        Keys within = Objects.requireNonNull(keys.get(key)).shape().within();
        return Objects.requireNonNull(within, key).read(key, map, problems);
    }

    /** {@return whether a key has no value, and no problem explains why} */
    public boolean lacks(String key) {
        Node.Field field = node.fields().get(key);
        boolean refused = field != null && field.value().flawed();
        return node.get(key) == null && !refused && !misspelt.contains(key);
    }

    /** {@return the value of a key in the file; the map itself if the key is missing} */
    public Node at(String key) {
        Node value = node.get(key);
        return value == null ? node : value;
    }

    /** Reports a problem at the value of a key, or at the map if the key is missing. */
    public void report(String key, Message what, @Nullable Message advice) {
        problems.add(at(key).problem(what, advice));
    }
}
