package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.schema.JsonSchema.Described;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of assumptions, in a pack's file and in a universe. */
public final class AssumptionSchema {

    private AssumptionSchema() {}

    /** {@return the schema of a pack's assumptions.yaml} */
    public static Map<String, Object> schema(Vocabulary vocabulary) {
        Described words = JsonSchema.described(AssumptionSchema.class);
        Map<String, Object> list = words.key(
                "assumptions",
                AssumptionReader.LIST,
                JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("assumption"))));
        return JsonSchema.document(
                Assumptions.FILE + " of a winnow rule pack",
                JsonSchema.object(JsonSchema.map(AssumptionReader.LIST, list), List.of(AssumptionReader.LIST)),
                JsonSchema.map("assumption", assumption(vocabulary, words)));
    }

    /** {@return the schema of one assumption} */
    static Map<String, Object> assumption(Vocabulary vocabulary, Described words) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : AssumptionReader.KEYS) {
            Map<String, Object> shape = switch (key) {
                case "fact" -> JsonSchema.words(Assumable.all(vocabulary).keySet());
                case "where" ->
                    JsonSchema.map(
                            "type",
                            "object",
                            "additionalProperties",
                            JsonSchema.anyOf(JsonSchema.TEXT, JsonSchema.FLAG));
                case "value" -> value();
                case "share" -> share(words);
                case "nothing-unlisted" -> JsonSchema.map("enum", List.<Object>of(true, "true"));
                case "from" -> JsonSchema.orNothing(JsonSchema.DATE);
                case "reason" -> reason();
                case "note" -> JsonSchema.map();
                default -> JsonSchema.orNothing(JsonSchema.TEXT);
            };
            keys.put(key, words.key("assumption", key, shape));
        }
        return JsonSchema.and(
                JsonSchema.object(keys, List.of("fact")),
                "allOf",
                List.of(
                        JsonSchema.map("oneOf", required("value", "share", "nothing-unlisted")),
                        JsonSchema.map("anyOf", required("reason", "source"))));
    }

    private static List<Map<String, Object>> required(String... keys) {
        return List.of(keys).stream()
                .map(key -> JsonSchema.map("required", List.of(key)))
                .toList();
    }

    private static Map<String, Object> value() {
        return JsonSchema.anyOf(JsonSchema.anyOf(JsonSchema.TEXT, JsonSchema.FLAG), JsonSchema.list(JsonSchema.TEXT));
    }

    private static Map<String, Object> share(Described words) {
        Map<String, Object> keys = new LinkedHashMap<>();
        AssumptionReader.SHARE_KEYS.forEach(key -> keys.put(key, words.key("share", key, JsonSchema.TEXT)));
        return JsonSchema.object(keys, AssumptionReader.SHARE_KEYS);
    }

    private static Map<String, Object> reason() {
        Map<String, Object> languages = new LinkedHashMap<>();
        AssumptionReader.LANGUAGES.forEach(language -> languages.put(language, JsonSchema.TEXT));
        return JsonSchema.anyOf(
                JsonSchema.TEXT, JsonSchema.and(JsonSchema.object(languages, List.of()), "minProperties", 1));
    }
}
