package dev.winnow.workbench.internal.scaffold;

import static dev.winnow.model.internal.declared.JsonSchema.and;
import static dev.winnow.model.internal.declared.JsonSchema.anyOf;
import static dev.winnow.model.internal.declared.JsonSchema.list;
import static dev.winnow.model.internal.declared.JsonSchema.map;
import static dev.winnow.model.internal.declared.JsonSchema.object;

import dev.winnow.language.internal.pack.PackKeys;
import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.schema.FigureSchema;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.lint.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of a pack's YAML files, generated from the keys that their readers accept. */
public final class PackSchema {

    private PackSchema() {}

    /** {@return the schema of pack.yaml} */
    public static Map<String, Object> pack(Vocabulary facts) {
        return PackKeys.PACK.document("pack.yaml of a winnow rule pack", facts, Map.of());
    }

    /** {@return the schema of limits.yaml} */
    public static Map<String, Object> limits(Vocabulary facts) {
        List<Map<String, Object>> rules = new ArrayList<>();
        PackKeys.units(facts)
                .forEach((word, unit) -> rules.add(map(
                        "if",
                        and(has("unit", map("const", word)), "required", List.of("unit")),
                        "then",
                        has("values", map("items", has("value", FigureSchema.exact(unit)))))));
        Map<String, Object> sourced = anyOf(required("source"), required("assumed"));
        rules.add(anyOf(sourced, has("values", map("items", sourced))));
        rules.add(map(
                "if",
                required("assumed"),
                "then",
                anyOf(required("reason"), has("values", map("items", required("reason"))))));
        Map<String, Object> limits = list(and(PackKeys.LIMIT.schema(facts), "allOf", rules));
        return JsonSchema.document(
                "limits.yaml of a winnow rule pack",
                object(
                        map("limits", and(limits, "description", "every number that a rule compares with")),
                        List.of("limits")),
                Map.of());
    }

    private static Map<String, Object> required(String key) {
        return map("required", List.of(key));
    }

    private static Map<String, Object> has(String key, Map<String, Object> shape) {
        return map("properties", map(key, shape));
    }

    /** {@return the schema of a file of cases} */
    public static Map<String, Object> cases(Vocabulary facts) {
        return PackKeys.CASES.document("A file of cases of a winnow rule pack", facts, UniverseSchema.shared(facts));
    }

    /** {@return the schema of zh.yaml} */
    public static Map<String, Object> chinese(Vocabulary facts) {
        return Translation.FILE.document("zh.yaml of a winnow rule pack", facts, Map.of());
    }
}
