package dev.winnow.model.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML or JSON file with its place: a scalar, a list, a map or nothing. Immutable.
 *
 * <p>The reading methods add problems to a list and return null or an empty list for a value with a problem.
 */
public final class Node {

    /** The kind of a node. */
    public enum Kind {
        /** A text, a number, true or false; see {@link Node#text()}. */
        SCALAR("a value"),
        /** A list; see {@link Node#items()}. */
        LIST("a list"),
        /** A map; see {@link Node#fields()}. */
        MAP("keys with values"),
        /** Nothing: {@code ~}, {@code null}, or a key without a value. */
        NULL("nothing");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** Returns the name of the kind in messages: {@code a list}. */
        public Message words() {
            return Message.of(template);
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param place the place of the key
     * @param value the value
     */
    public record Field(String key, Place place, Node value) {

        /** Returns a problem that underlines the key. */
        public Problem problem(Message what, @Nullable Message advice) {
            return new Problem(place, what, key.length(), advice);
        }

        /** Returns a problem that underlines the key, without advice. */
        public Problem problem(Message what) {
            return problem(what, null);
        }
    }

    /** Java does not count it as a blank, so a text of such characters would count as a name. */
    private static final char NO_BREAK_SPACE = '\u00A0';

    /** Up to this number of keys, a linear search is used. */
    private static final int FEW = 24;

    private final Kind kind;
    private final Place place;
    private final int length;
    private final String text;
    private final List<Field> fields;
    /** The fields by key. Computed on first use; threads that compute it at the same time get equal values. */
    private @Nullable Map<String, Field> byKey;

    private final List<Node> items;
    private final boolean cracked;
    private final boolean flawed;
    /** Length of the longest text or key in this node. */
    private final int longest;

    private Node(
            Kind kind, Place place, int length, String text, List<Field> fields, List<Node> items, boolean cracked) {
        this.kind = kind;
        this.place = place;
        this.length = length;
        this.text = text;
        this.fields = fields;
        this.items = items;
        this.cracked = cracked;
        this.flawed = cracked || anyFlawed(fields, items);
        this.longest = longest(text, fields, items);
    }

    private static int longest(String text, List<Field> fields, List<Node> items) {
        int longest = text.length();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            longest = Math.max(longest, Math.max(field.key().length(), field.value().longest));
        }
        for (int i = 0; i < items.size(); i++) {
            longest = Math.max(longest, items.get(i).longest);
        }
        return longest;
    }

    private static boolean anyFlawed(List<Field> fields, List<Node> items) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).value().flawed) {
                return true;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).flawed) {
                return true;
            }
        }
        return false;
    }

    /** Returns a scalar with the text of its source. */
    public static Node scalar(Place place, String text) {
        return scalar(place, text.length(), text);
    }

    /** Returns a list. */
    public static Node list(Place place, List<Node> items) {
        return new Node(Kind.LIST, place, 1, "", List.of(), List.copyOf(items), false);
    }

    /** Returns a map with its keys in the order given. */
    public static Node map(Place place, Collection<Field> fields) {
        return map(place, 0, fields, false);
    }

    /** Returns this map with other fields; if it was refused in part, so is the result. */
    public Node with(Collection<Field> others) {
        return map(place, length, others, cracked);
    }

    /** Returns this map with another value for a key; a new key comes last. */
    public Node with(String key, Node value) {
        List<Field> changed = new ArrayList<>(fields);
        Field known = field(key);
        if (known == null) {
            changed.add(new Field(key, value.place, value));
        } else {
            changed.set(changed.indexOf(known), new Field(key, known.place, value));
        }
        return with(changed);
    }

    /** Returns a placeholder for a value that was refused and reported. */
    public static Node refused(Place place) {
        return nothing(place, 0, true);
    }

    /** Returns a node for a key without a value. */
    public static Node nothing(Place place) {
        return nothing(place, 0, false);
    }

    /** Returns this node marked as refused in part, which is reported already. */
    public Node refused() {
        return new Node(kind, place, length, text, fields, items, true);
    }

    static Node scalar(Place place, int length, String text) {
        boolean nothing = !text.isEmpty() && text.charAt(0) == NO_BREAK_SPACE && HiddenCharacters.isBlank(text);
        return new Node(Kind.SCALAR, place, length, nothing ? "" : text, List.of(), List.of(), false);
    }

    static Node list(Place place, List<Node> items, boolean cracked) {
        return new Node(Kind.LIST, place, 1, "", List.of(), List.copyOf(items), cracked);
    }

    static Node nothing(Place place, int length, boolean cracked) {
        return new Node(Kind.NULL, place, length, "", List.of(), List.of(), cracked);
    }

    static Node map(Place place, int length, Collection<Field> fields, boolean cracked) {
        List<Field> each = List.copyOf(fields);
        if (each.size() > FEW || repeats(each)) {
            each = List.copyOf(byKey(each).values());
        }
        return new Node(Kind.MAP, place, length, "", each, List.of(), cracked);
    }

    /** Whether a key occurs twice; the later value counts. */
    private static boolean repeats(List<Field> fields) {
        long seen = 0;
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.get(i).key();
            long bit = 1L << spread(key.hashCode());
            if ((seen & bit) == 0) { // no earlier key has this hash
                seen |= bit;
                continue;
            }
            for (int j = 0; j < i; j++) {
                String other = fields.get(j).key();
                if (key.hashCode() == other.hashCode() && key.equals(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int spread(int hash) {
        return (hash * 0x9E3779B9) >>> 26;
    }

    private static Map<String, Field> byKey(List<Field> fields) {
        Map<String, Field> byKey = new LinkedHashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return Collections.unmodifiableMap(byKey);
    }

    /** Returns the kind of this node. */
    public Kind kind() {
        return kind;
    }

    /** Returns the place where this node begins. */
    public Place place() {
        return place;
    }

    /** Returns the text of a scalar as in the file, without quotes; empty for other kinds. */
    public String text() {
        return text;
    }

    /** Returns the fields of a map by key, in order; empty for other kinds. */
    public Map<String, Field> fields() {
        Map<String, Field> known = byKey;
        if (known == null) {
            known = byKey(fields);
            byKey = known;
        }
        return known;
    }

    /** Returns the fields of a map, in order; empty for other kinds. */
    public List<Field> each() {
        return fields;
    }

    /** Returns the field of a key; null if there is none. */
    private @Nullable Field field(String key) {
        if (fields.size() > FEW) {
            return fields().get(key);
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).key().equals(key)) {
                return fields.get(i);
            }
        }
        return null;
    }

    /** Returns the items of a list; empty for other kinds. */
    public List<Node> items() {
        return items;
    }

    /**
     * Whether any part of this node was refused when the file was read, such as a duplicate key. The problem is
     * reported already.
     */
    public boolean flawed() {
        return flawed;
    }

    /** Whether this node itself was refused in part, apart from its values. */
    public boolean cracked() {
        return cracked;
    }

    /** Whether this node is a scalar. */
    public boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    /** Whether this node is a list. */
    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** Whether this node is a map. */
    public boolean isMap() {
        return kind == Kind.MAP;
    }

    /** Returns the value of a key; null if the key is missing or has no value. */
    public @Nullable Node get(String key) {
        Field field = field(key);
        return field == null || field.value().kind == Kind.NULL ? null : field.value();
    }

    /** Returns the length of the longest text or key in this node. */
    int longest() {
        return longest;
    }

    /** Returns the number of characters that a problem at this node underlines. */
    int length() {
        return length;
    }

    /** Returns a problem that underlines this node. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, length, advice);
    }

    /** Returns a problem that underlines this node, without advice. */
    public Problem problem(Message what) {
        return problem(what, null);
    }

    /** Returns the text of a key; null if the key is missing, or if its value is not a text, which is a problem. */
    public @Nullable String optionalText(String key, List<Problem> problems) {
        Node value = get(key);
        return value == null ? null : value.text(key, problems);
    }

    /** Returns the text of this value of a key; null if it is not a text, which is a problem. */
    public @Nullable String text(String key, List<Problem> problems) {
        if (kind != Kind.SCALAR) {
            problems.add(problem(Message.of("`%s` must be a text, not %s", key, kind.words())));
            return null;
        }
        if (text.isBlank()) {
            problems.add(problem(Message.of("`%s` is empty", key)));
            return null;
        }
        return text.strip();
    }

    /**
     * Returns the text of a required key; null if it is missing or not a text, which is a problem.
     *
     * @param owner the name of this map in the message: {@code a criterion}
     */
    public @Nullable String requiredText(Message owner, String key, List<Problem> problems) {
        Field field = field(key);
        if (field != null && field.value().flawed) {
            return null; // reported already
        }
        if (field == null || field.value().kind == Kind.NULL) {
            problems.add(problem(Message.of("%s needs `%s`", owner, key)));
            return null;
        }
        return optionalText(key, problems);
    }

    /** Returns the items of a key; empty if the key is missing, or if its value is not a list, which is a problem. */
    public List<Node> list(String key, List<Problem> problems) {
        Node value = get(key);
        if (value == null) {
            return List.of();
        }
        if (value.kind != Kind.LIST) {
            problems.add(value.problem(Message.of("`%s` must be a list, not %s", key, value.kind.words())));
            return List.of();
        }
        return value.items;
    }

    /** Returns the map of a key; null if the key is missing, or if its value is not a map, which is a problem. */
    public @Nullable Node map(String key, List<Problem> problems) {
        Node value = get(key);
        if (value != null && value.kind != Kind.MAP) {
            problems.add(value.problem(Message.of("`%s` must have keys, found %s", key, value.kind.words())));
            return null;
        }
        return value;
    }

    /**
     * {@return whether this node is a map; if not, this is reported, unless it was before}
     *
     * @param owner the name of the expected map in the message: {@code a project}
     */
    public boolean hasKeys(Message owner, List<Problem> problems) {
        if (kind != Kind.MAP && !cracked) {
            problems.add(problem(Message.of("%s must have keys, found %s", owner, kind.words())));
        }
        return kind == Kind.MAP && !cracked;
    }

    /**
     * Reports every unknown key, with the nearest known one.
     *
     * @param owner the name of this map in the message: {@code a project}
     */
    public void allow(Message owner, Collection<String> known, List<Problem> problems) {
        allow(key -> Message.of("%s has no `%s`", owner, key), known, problems);
    }

    /**
     * Reports every unknown key, with the nearest known one.
     *
     * @param unknown returns the message about an unknown key
     */
    public void allow(Function<String, Message> unknown, Collection<String> known, List<Problem> problems) {
        for (Field field : fields) {
            if (!known.contains(field.key())) {
                problems.add(field.problem(unknown.apply(field.key()), Nearest.advice(field.key(), known)));
            }
        }
    }

    /** Appends the whole content in one fixed layout, so that equal contents give equal texts. */
    public void dump(StringBuilder into) {
        switch (kind) {
            case NULL -> into.append('~');
            case SCALAR -> into.append(text.length()).append(':').append(text);
            case LIST -> {
                into.append('[');
                items.forEach(item -> item.dump(into));
                into.append(']');
            }
            case MAP -> {
                into.append('{');
                fields.stream().sorted(Comparator.comparing(Field::key)).forEach(field -> {
                    into.append(field.key().length())
                            .append(':')
                            .append(field.key())
                            .append('=');
                    field.value().dump(into);
                });
                into.append('}');
            }
        }
    }
}
