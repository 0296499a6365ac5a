package dev.winnow.model.internal.declared;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declared keys of a map in a document. */
public final class Keys {

    /** A map needs one of some keys; it may have several of them only if {@code several} is set. */
    record Choice(List<String> of, boolean several) {}

    private final @Nullable Message owner;
    private final String sample;
    private final Map<String, DeclaredKey> keys = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    Keys(@Nullable Message owner, String sample) {
        this.owner = owner;
        this.sample = sample;
    }

    void add(DeclaredKey key) {
        keys.put(key.name(), key);
    }

    void add(Choice choice) {
        choices.add(choice);
    }

    /** {@return the keys, in the order of their declaration} */
    public List<DeclaredKey> all() {
        return List.copyOf(keys.values());
    }

    /** {@return the names of the keys} */
    public Set<String> names() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    /**
     * Reads a map. Unknown keys, missing ones and values of another form are reported; a misspelt key is not also
     * reported as missing.
     *
     * @return its values; null if the node is no map, which is reported
     */
    public @Nullable Fields read(Node node, List<Problem> problems) {
        return read("", node, problems);
    }

    /** Reads a map; the key it is the value of is its name in messages, unless it has another. */
    @Nullable
    Fields read(String name, Node node, List<Problem> problems) {
        Message called = owner == null ? Message.of("`%s`", name) : owner;
        if (!node.isMap()) {
            if (!node.cracked()) {
                problems.add(node.problem(
                        Message.of(
                                "%s must have keys, found %s",
                                called, node.kind().words()),
                        Message.of("did you mean `%s`?", sample)));
            }
            return null;
        }
        int before = problems.size();
        node.allow(called, keys.keySet(), problems);
        Fields fields = new Fields(node, keys, problems);
        for (DeclaredKey key : keys.values()) {
            if (key.required() && fields.lacks(key.name())) {
                problems.add(node.problem(Message.of("%s needs `%s`", called, key.name()), meant(key)));
            }
        }
        for (Choice choice : problems.size() == before ? choices : List.<Choice>of()) {
            List<String> given =
                    choice.of().stream().filter(key -> !fields.lacks(key)).toList();
            if (given.isEmpty()) {
                problems.add(node.problem(
                        choice.several()
                                ? Message.of("%s needs %s", called, Message.any(choice.of()))
                                : Message.of("%s needs exactly one of %s", called, Message.names(choice.of())),
                        meant(keys.get(choice.of().get(0)))));
            } else if (given.size() > 1 && !choice.several()) {
                problems.add(node.problem(Message.of(
                        "%s needs exactly one of %s, found %s",
                        called, Message.names(choice.of()), Message.all(given))));
            }
        }
        return fields;
    }

    private static @Nullable Message meant(@Nullable DeclaredKey key) {
        return key == null || key.sample() == null ? null : Message.of("did you mean `%s`?", key.sample());
    }

    /** {@return the JSON Schema of the map} */
    public Map<String, Object> schema(Vocabulary facts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (DeclaredKey key : keys.values()) {
            Map<String, Object> value = key.shape().schema().apply(facts);
            Map<String, Object> property = JsonSchema.map("description", key.note());
            property.putAll(key.required() || value.isEmpty() ? value : JsonSchema.orNothing(value));
            properties.put(key.name(), property);
        }
        Map<String, Object> schema = JsonSchema.object(
                properties,
                keys.values().stream()
                        .filter(DeclaredKey::required)
                        .map(DeclaredKey::name)
                        .toList());
        if (!choices.isEmpty()) {
            schema.put("allOf", choices.stream().map(Keys::schema).toList());
        }
        return schema;
    }

    private static Map<String, Object> schema(Choice choice) {
        return JsonSchema.map(
                choice.several() ? "anyOf" : "oneOf",
                choice.of().stream()
                        .map(key -> JsonSchema.map("required", List.of(key)))
                        .toList());
    }

    /** {@return the JSON Schema of the document whose root is the map} */
    public Map<String, Object> document(String title, Vocabulary facts, Map<String, Object> definitions) {
        return JsonSchema.document(title, schema(facts), definitions);
    }

    /** {@return the keys of the value at a path of keys, outermost first; null if it has none} */
    public @Nullable Keys within(List<String> path) {
        Keys around = this;
        for (String name : path) {
            DeclaredKey key = around == null ? null : around.keys.get(name);
            around = key == null ? null : key.shape().within();
        }
        return around;
    }

    /** {@return the key with a name; null if there is none} */
    public @Nullable DeclaredKey key(String name) {
        return keys.get(name);
    }
}
