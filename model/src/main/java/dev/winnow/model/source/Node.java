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
 * <p>The reading methods add what is wrong to the problems that they are given and answer with nothing: null, an empty
 * list.
 */
public final class Node {

    /** What a node is. */
    public enum Kind {
        /** A text, a number, true or false: {@link Node#text()}. */
        SCALAR("a value"),
        /** {@link Node#items()}. */
        LIST("a list"),
        /** {@link Node#fields()}. */
        MAP("keys with values"),
        /** Nothing: {@code ~}, {@code null}, or a key without a value. */
        NULL("nothing");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** What this is called in a message: {@code a list}. */
        public Message words() {
            return Message.of(template);
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param place where the key stands
     * @param value the value
     */
    public record Field(String key, Place place, Node value) {

        /** A problem that underlines the key. */
        public Problem problem(Message what, @Nullable Message advice) {
            return new Problem(place, what, key.length(), advice);
        }

        /** A problem that underlines the key, without advice. */
        public Problem problem(Message what) {
            return problem(what, null);
        }
    }

    /** For Java no blank, so that a text of nothing else would count as a name. */
    private static final char NO_BREAK_SPACE = '\u00A0';

    /** Among so few keys one is found by looking at each. */
    private static final int FEW = 24;

    private final Kind kind;
    private final Place place;
    private final int length;
    private final String text;
    private final List<Field> fields;
    /** The fields by their keys; computed on first use; threads that compute it at the same time get equal values. */
    private @Nullable Map<String, Field> byKey;

    private final List<Node> items;
    private final boolean cracked;
    private final boolean flawed;
    /** Length of the longest text in here, keys included. */
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

    /** A scalar with the text of its source. */
    public static Node scalar(Place place, String text) {
        return scalar(place, text.length(), text);
    }

    /** A list. */
    public static Node list(Place place, List<Node> items) {
        return new Node(Kind.LIST, place, 1, "", List.of(), List.copyOf(items), false);
    }

    /** A map, its keys in the order given. */
    public static Node map(Place place, Collection<Field> fields) {
        return map(place, 0, fields, false);
    }

    /** The same with other fields: what was refused of it stays so. */
    public Node with(Collection<Field> others) {
        return map(place, length, others, cracked);
    }

    /** The same with another value of a key, which comes last if it is new. */
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

    /** A placeholder for a value that was refused and already reported. */
    public static Node refused(Place place) {
        return nothing(place, 0, true);
    }

    /** Nothing: a key without a value. */
    public static Node nothing(Place place) {
        return nothing(place, 0, false);
    }

    /** The same, marked as partly refused, which is already reported. */
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

    /** Whether a key stands there twice: the later value counts. */
    private static boolean repeats(List<Field> fields) {
        long seen = 0;
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.get(i).key();
            long bit = 1L << spread(key.hashCode());
            if ((seen & bit) == 0) { // no key before it has this hash
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

    /** What this is. */
    public Kind kind() {
        return kind;
    }

    /** Where this begins. */
    public Place place() {
        return place;
    }

    /** The text of a scalar as it stands in the file, without quotes; empty for all else. */
    public String text() {
        return text;
    }

    /** The keys of a map, in order; empty for all else. */
    public Map<String, Field> fields() {
        Map<String, Field> known = byKey;
        if (known == null) {
            known = byKey(fields);
            byKey = known;
        }
        return known;
    }

    /** The same, one after the other. */
    public List<Field> each() {
        return fields;
    }

    /** The field of a key; null if there is none. */
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

    /** The items of a list; empty for all else. */
    public List<Node> items() {
        return items;
    }

    /** Whether something in here was refused when the file was read, such as a key given twice; it is reported already. */
    public boolean flawed() {
        return flawed;
    }

    /** Whether this itself was refused in part, apart from what it holds. */
    public boolean cracked() {
        return cracked;
    }

    /** Whether this is a scalar. */
    public boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** Whether this is a map. */
    public boolean isMap() {
        return kind == Kind.MAP;
    }

    /** The value of a key; null if the key is absent or has no value. */
    public @Nullable Node get(String key) {
        Field field = field(key);
        return field == null || field.value().kind == Kind.NULL ? null : field.value();
    }

    /** Length of the longest text in here, keys included. */
    int longest() {
        return longest;
    }

    /** How many characters a problem at this node underlines. */
    int length() {
        return length;
    }

    /** A problem that underlines this. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, length, advice);
    }

    /** The same without advice. */
    public Problem problem(Message what) {
        return problem(what, null);
    }

    /** The text of a key; null if there is none, which is a problem only where it is not a text. */
    public @Nullable String optionalText(String key, List<Problem> problems) {
        Node value = get(key);
        if (value == null) {
            return null;
        }
        if (value.kind != Kind.SCALAR) {
            problems.add(value.problem(Message.of("`%s` is a text, not %s", key, value.kind.words())));
            return null;
        }
        if (value.text.isBlank()) {
            problems.add(value.problem(Message.of("`%s` is empty", key)));
            return null;
        }
        return value.text.strip();
    }

    /**
     * The text of a key that must be there; null if it is not, which is a problem.
     *
     * @param owner what this map is, for the message: {@code a criterion}
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

    /** The items of a key; empty if it is absent, or no list, which is a problem. */
    public List<Node> list(String key, List<Problem> problems) {
        Node value = get(key);
        if (value == null) {
            return List.of();
        }
        if (value.kind != Kind.LIST) {
            problems.add(value.problem(Message.of("`%s` is a list, not %s", key, value.kind.words())));
            return List.of();
        }
        return value.items;
    }

    /** The map of a key; null if it is absent, or no map, which is a problem. */
    public @Nullable Node map(String key, List<Problem> problems) {
        Node value = get(key);
        if (value != null && value.kind != Kind.MAP) {
            problems.add(value.problem(Message.of("`%s` has keys of its own; it is not %s", key, value.kind.words())));
            return null;
        }
        return value;
    }

    /**
     * {@return whether it has keys; if not, and that is not reported yet, it is a problem}
     *
     * @param owner what should have them, for the message: {@code a project}
     */
    public boolean hasKeys(Message owner, List<Problem> problems) {
        if (kind != Kind.MAP && !cracked) {
            problems.add(problem(Message.of("%s has keys; it is not %s", owner, kind.words())));
        }
        return kind == Kind.MAP && !cracked;
    }

    /**
     * Reports every unknown key, with the nearest known one.
     *
     * @param owner what this map is, for the message: {@code a project}
     */
    public void allow(Message owner, Collection<String> known, List<Problem> problems) {
        allow(key -> Message.of("%s has no `%s`", owner, key), known, problems);
    }

    /**
     * Reports every unknown key, with the nearest known one.
     *
     * @param unknown what is said of such a key
     */
    public void allow(Function<String, Message> unknown, Collection<String> known, List<Problem> problems) {
        for (Field field : fields) {
            if (!known.contains(field.key())) {
                problems.add(field.problem(unknown.apply(field.key()), Nearest.advice(field.key(), known)));
            }
        }
    }

    /** Writes the whole content in one layout, so that equal contents give equal texts. */
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
