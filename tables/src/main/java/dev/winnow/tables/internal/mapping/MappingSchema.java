package dev.winnow.tables.internal.mapping;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of mappings. */
public final class MappingSchema {

    private static final Map<String, Object> TEXTS = JsonSchema.list(JsonSchema.TEXT);

    private MappingSchema() {}

    /** {@return the schema of a mapping file in the full form; the short form, whose keys are headings, has none} */
    public static Map<String, Object> schema(Vocabulary vocabulary) {
        Described words = JsonSchema.described(MappingSchema.class);
        Map<String, Object> kinds = JsonSchema.words(
                EntryKinds.of(vocabulary).values().stream().map(EntryKind::name).toList());
        return JsonSchema.document(
                "a mapping of winnow: how a layout is read",
                JsonSchema.object(keys("mapping", MappingReader.KEYS, words, kinds), List.of()),
                JsonSchema.map(
                        "record",
                        JsonSchema.object(keys("mapping", MappingReader.RECORD_KEYS, words, kinds), List.of()),
                        "column",
                        column(words),
                        "correction",
                        correction(words),
                        "words",
                        words(words)));
    }

    private static Map<String, Object> keys(
            String owner, List<String> names, Described words, Map<String, Object> kinds) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, Object> shape = switch (name) {
                case "kind" -> kinds;
                case "columns" -> each(JsonSchema.ref("column"));
                case "words", "match" -> JsonSchema.ref("words");
                case "set" -> each(JsonSchema.anyOf(JsonSchema.TEXT, JsonSchema.FLAG));
                case "where", "except" ->
                    each(JsonSchema.orNothing(
                            JsonSchema.anyOf(JsonSchema.map("type", List.of("string", "number", "boolean")), TEXTS)));
                case "leave" -> JsonSchema.anyOf(JsonSchema.words(List.of(MappingReader.REST)), TEXTS);
                case "merge" -> JsonSchema.FLAG;
                case "records" -> JsonSchema.list(JsonSchema.ref("record"));
                case "corrections" -> JsonSchema.list(JsonSchema.ref("correction"));
                case "note" -> JsonSchema.map();
                default -> JsonSchema.TEXT;
            };
            keys.put(name, words.key(owner, name, shape));
        }
        return keys;
    }

    private static Map<String, Object> each(Map<String, Object> shape) {
        return JsonSchema.map("type", "object", "additionalProperties", shape);
    }

    private static Map<String, Object> column(Described words) {
        Map<String, Object> target = JsonSchema.anyOf(JsonSchema.TEXT, TEXTS);
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String name : MappingReader.COLUMN_KEYS) {
            Map<String, Object> shape = switch (name) {
                case "to", MappingReader.CONFIRM -> target;
                case "words" -> JsonSchema.ref("words");
                case "note" -> JsonSchema.map();
                default -> JsonSchema.TEXT;
            };
            keys.put(name, words.key("column", name, shape));
        }
        return JsonSchema.anyOf(target, JsonSchema.object(keys, List.of()));
    }

    private static Map<String, Object> correction(Described words) {
        Map<String, Object> any = JsonSchema.map("type", List.of("string", "number", "boolean"));
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String name : MappingReader.CORRECTION_KEYS) {
            keys.put(name, words.key("correction", name, any));
        }
        return JsonSchema.object(keys, List.of("cell"));
    }

    private static Map<String, Object> words(Described words) {
        Map<String, Object> proposal = JsonSchema.object(
                JsonSchema.map(MappingReader.CONFIRM, words.key("word", MappingReader.CONFIRM, JsonSchema.TEXT)),
                List.of(MappingReader.CONFIRM));
        return each(JsonSchema.anyOf(List.of(JsonSchema.TEXT, JsonSchema.FLAG, proposal)));
    }
}
