package dev.winnow.past.scenarios;

import dev.winnow.model.internal.declared.Declarations;
import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.internal.declared.Shape;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of files of scenarios. */
public final class ScenarioKeys {

    private static final Map<String, Object> VALUE = JsonSchema.orNothing(JsonSchema.anyOf(List.of(
            JsonSchema.TEXT, JsonSchema.FLAG, JsonSchema.list(JsonSchema.TEXT), JsonSchema.map("type", "object"))));

    private static final Declarations DECLARED = Declarations.beside(
            ScenarioKeys.class,
            Map.of("file", Message.of("a file of scenarios"), "scenario", Message.of("a scenario")),
            Map.of("value", Shape.node(facts -> VALUE), "added", Shape.node(facts -> added())));

    static final Keys FILE = DECLARED.of("file");
    static final Keys SCENARIO = DECLARED.of("scenario");

    private ScenarioKeys() {}

    /** {@return the schema of a file of scenarios} */
    public static Map<String, Object> schema(Vocabulary facts) {
        return FILE.document("a file of scenarios for winnow", facts, UniverseSchema.shared(facts));
    }

    private static Map<String, Object> added() {
        Map<String, Object> lists = new LinkedHashMap<>(UniverseSchema.lists());
        lists.keySet().retainAll(List.of("projects", "cities", "chains"));
        Map<String, Object> entries = JsonSchema.list(JsonSchema.map("type", "object"));
        return JsonSchema.map("type", "object", "properties", lists, "additionalProperties", entries);
    }
}
