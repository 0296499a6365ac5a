package dev.winnow.past.scenarios;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of files of scenarios. */
public final class ScenarioSchema {

    private static final Map<String, Object> VALUE = JsonSchema.orNothing(JsonSchema.anyOf(
            JsonSchema.anyOf(JsonSchema.TEXT, JsonSchema.FLAG),
            JsonSchema.anyOf(JsonSchema.list(JsonSchema.TEXT), JsonSchema.map("type", "object"))));

    private ScenarioSchema() {}

    /** {@return the schema of a file of scenarios} */
    public static Map<String, Object> schema(Vocabulary vocabulary) {
        Described words = JsonSchema.described(ScenarioSchema.class);
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : ScenarioReader.KEYS) {
            Map<String, Object> shape = switch (key) {
                case "facts" -> each(VALUE);
                case "limits", "rates" -> each(JsonSchema.TEXT);
                case "remove" -> JsonSchema.list(JsonSchema.TEXT);
                case "add" ->
                    JsonSchema.and(each(JsonSchema.list(JsonSchema.map("type", "object"))), "properties", entries());
                default -> JsonSchema.orNothing(JsonSchema.TEXT);
            };
            keys.put(key, words.key("scenario", key, shape));
        }
        Map<String, Object> definitions = new LinkedHashMap<>(UniverseSchema.shared(vocabulary));
        definitions.put("scenario", JsonSchema.object(keys, List.of("id")));
        return JsonSchema.document(
                "a file of scenarios for winnow",
                JsonSchema.object(
                        JsonSchema.map(
                                ScenarioReader.LIST,
                                words.key("file", ScenarioReader.LIST, JsonSchema.list(JsonSchema.ref("scenario")))),
                        List.of(ScenarioReader.LIST)),
                definitions);
    }

    /** Returns the lists whose entries have a schema of their own. */
    private static Map<String, Object> entries() {
        Map<String, Object> lists = new LinkedHashMap<>(UniverseSchema.lists());
        lists.keySet().retainAll(List.of("projects", "cities", "chains"));
        return lists;
    }

    private static Map<String, Object> each(Map<String, Object> shape) {
        return JsonSchema.map("type", "object", "additionalProperties", shape);
    }
}
