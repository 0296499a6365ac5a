package dev.winnow.workbench.internal.scaffold;

import static dev.winnow.model.internal.schema.JsonSchema.and;
import static dev.winnow.model.internal.schema.JsonSchema.anyOf;
import static dev.winnow.model.internal.schema.JsonSchema.filledList;
import static dev.winnow.model.internal.schema.JsonSchema.list;
import static dev.winnow.model.internal.schema.JsonSchema.map;
import static dev.winnow.model.internal.schema.JsonSchema.object;
import static dev.winnow.model.internal.schema.JsonSchema.orNothing;
import static dev.winnow.model.internal.schema.JsonSchema.pattern;
import static dev.winnow.model.internal.schema.JsonSchema.ref;

import dev.winnow.language.internal.pack.Accepted;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.internal.schema.FigureSchema;
import dev.winnow.model.internal.schema.JsonSchema;
import dev.winnow.model.internal.schema.JsonSchema.Described;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.lint.Translation;
import dev.winnow.workbench.internal.testing.CaseUniverse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The JSON Schemas of a pack's YAML files, generated from the keys that their readers accept. */
public final class PackSchema {

    private static final Map<String, Object> ASSUMED = map("enum", List.<Object>of(true, "true"));

    private final Described words = JsonSchema.described(PackSchema.class);

    private final Vocabulary vocabulary;

    private PackSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** {@return the schema of pack.yaml} */
    public static Map<String, Object> pack(Vocabulary vocabulary) {
        PackSchema schema = new PackSchema(vocabulary);
        return JsonSchema.document("pack.yaml of a winnow rule pack", schema.outline(), Map.of());
    }

    /** {@return the schema of limits.yaml} */
    public static Map<String, Object> limits(Vocabulary vocabulary) {
        PackSchema schema = new PackSchema(vocabulary);
        Map<String, Object> limits = schema.words.key("limits", "limits", orNothing(list(schema.limit())));
        return JsonSchema.document(
                "limits.yaml of a winnow rule pack", object(map("limits", limits), List.of("limits")), Map.of());
    }

    /** {@return the schema of a file of cases} */
    public static Map<String, Object> cases(Vocabulary vocabulary) {
        PackSchema schema = new PackSchema(vocabulary);
        Map<String, Object> keys = map(
                "background",
                schema.words.key("cases", "background", orNothing(ref("given"))),
                "cases",
                schema.words.key("cases", "cases", orNothing(list(ref("case")))));
        Map<String, Object> definitions = map("case", schema.example(), "given", schema.given());
        definitions.putAll(UniverseSchema.shared(vocabulary));
        return JsonSchema.document(
                "A file of cases of a winnow rule pack", object(keys, List.of("cases")), definitions);
    }

    /** {@return the schema of zh.yaml} */
    public static Map<String, Object> chinese() {
        PackSchema schema = new PackSchema(Vocabulary.core());
        Map<String, Object> keys = schema.keys("chinese", Translation.KEYS, key -> switch (key) {
            case "rules" -> schema.translated("ruleInChinese", Translation.OF_RULE);
            case "criteria", "conditions" -> schema.translated("criterionInChinese", Translation.OF_CRITERION);
            case "limits" -> schema.translated("limitInChinese", Translation.OF_LIMIT);
            case "changeable", "sources" -> orNothing(map("type", "object", "additionalProperties", JsonSchema.TEXT));
            case "note" -> map();
            default -> JsonSchema.TEXT;
        });
        return JsonSchema.document("zh.yaml of a winnow rule pack", object(keys, List.of("rules")), Map.of());
    }

    /** Returns the keys of an object, each with its description and schema. */
    private Map<String, Object> keys(String owner, List<String> names, Function<String, Map<String, Object>> shape) {
        Map<String, Object> keys = new LinkedHashMap<>();
        names.forEach(key -> keys.put(key, words.key(owner, key, shape.apply(key))));
        return keys;
    }

    private Map<String, Object> translated(String owner, List<String> keys) {
        Map<String, Object> entry = keys(owner, keys, key -> key.equals("note") ? map() : JsonSchema.TEXT);
        return map(
                "type", "object", "propertyNames", JsonSchema.KEBAB, "additionalProperties", object(entry, List.of()));
    }

    private Map<String, Object> outline() {
        return object(
                keys("pack", PackOutline.KEYS, key -> switch (key) {
                    case "name" -> JsonSchema.KEBAB;
                    case "currency" -> orNothing(JsonSchema.words(Unit.currencies()));
                    case "criteria" -> filledList(criterion());
                    case "conditions" -> orNothing(list(JsonSchema.KEBAB));
                    case "thresholds" -> thresholds();
                    case "order" ->
                        orNothing(list(pattern(
                                "^\\s*[a-z0-9-]+\\s*>=\\s*[a-z0-9-]+\\s*$",
                                "an order is of two criteria: demand-pull >= funding")));
                    case "changeable" -> orNothing(list(changeable()));
                    case "accept" -> orNothing(list(accepted()));
                    case "note" -> map();
                    default -> JsonSchema.TEXT;
                }),
                List.of("name", "title", "version", "owner", "purpose", "criteria", "thresholds"));
    }

    private Map<String, Object> criterion() {
        return object(
                keys("criterion", PackOutline.CRITERION_KEYS, key -> switch (key) {
                    case "id" -> JsonSchema.KEBAB;
                    case "side" ->
                        JsonSchema.words(
                                Arrays.stream(Side.values()).map(Side::words).toList());
                    case "weight" -> number(map("exclusiveMinimum", 0, "maximum", 999_999.999999));
                    default -> JsonSchema.TEXT;
                }),
                PackOutline.CRITERION_KEYS);
    }

    private Map<String, Object> changeable() {
        return object(
                keys(
                        "changeable",
                        Changeable.KEYS,
                        key -> key.equals("figure")
                                ? JsonSchema.words(Changeable.figures(FactTypes.of(vocabulary)))
                                : JsonSchema.TEXT),
                Changeable.KEYS);
    }

    private Map<String, Object> accepted() {
        return object(
                keys(
                        "accept",
                        Accepted.KEYS,
                        key -> key.equals("check") ? JsonSchema.words(Check.codes()) : JsonSchema.TEXT),
                List.of("check", "why"));
    }

    private Map<String, Object> thresholds() {
        Map<String, Object> shape = number(map("minimum", 0, "maximum", 100));
        return object(keys("thresholds", PackOutline.THRESHOLD_KEYS, key -> shape), PackOutline.THRESHOLD_KEYS);
    }

    private static Map<String, Object> number(Map<String, Object> bounds) {
        return anyOf(
                and(
                        map("type", "number"),
                        bounds.entrySet().stream()
                                .flatMap(bound -> Stream.<Object>of(bound.getKey(), bound.getValue()))
                                .toArray()),
                pattern("^\\s*[0-9]{1,6}(\\.[0-9]{1,6})?\\s*$", "a number with at most six decimals"));
    }

    private Map<String, Object> limit() {
        Map<String, Object> keys = keys("limit", LimitTable.KEYS, key -> switch (key) {
            case "id" -> JsonSchema.KEBAB;
            case "unit" -> orNothing(JsonSchema.words(units().keySet()));
            case "values" -> filledList(value());
            case "assumed" -> orNothing(ASSUMED);
            case "note" -> map();
            default -> orNothing(JsonSchema.TEXT);
        });
        List<Map<String, Object>> rules = new ArrayList<>();
        units().forEach((word, unit) -> rules.add(map(
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
        return and(object(keys, List.of("id", "values")), "allOf", rules);
    }

    private static Map<String, Object> required(String key) {
        return map("required", List.of(key));
    }

    private static Map<String, Object> has(String key, Map<String, Object> shape) {
        return map("properties", map(key, shape));
    }

    private Map<String, Object> value() {
        return object(
                keys("value", LimitTable.VALUE_KEYS, key -> switch (key) {
                    case "from" -> orNothing(JsonSchema.DATE);
                    case "value" -> exact();
                    case "assumed" -> orNothing(ASSUMED);
                    default -> orNothing(JsonSchema.TEXT);
                }),
                List.of("value"));
    }

    /** Returns the schema of one exact number of any unit, or of a named level. */
    private Map<String, Object> exact() {
        Stream<Unit> named = vocabulary.ratings().stream()
                .filter(unit -> !Objects.requireNonNull(unit.levels()).names().isEmpty());
        return anyOf(Stream.concat(units().values().stream(), named)
                .map(FigureSchema::exact)
                .toList());
    }

    /** Returns money, shares, plain numbers and the units that the vocabulary declares, by name. */
    private Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>(LimitTable.UNITS);
        vocabulary.units().forEach(unit -> units.put(unit.sign(), unit));
        return units;
    }

    private Map<String, Object> example() {
        return object(
                keys("case", WorkedExample.KEYS, key -> switch (key) {
                    case "rule" -> JsonSchema.KEBAB;
                    case "given" -> orNothing(ref("given"));
                    case "expect" -> anyOf(JsonSchema.words(Expected.all()), details());
                    case "note" -> map();
                    default -> JsonSchema.TEXT;
                }),
                List.of("case", "rule", "expect"));
    }

    private Map<String, Object> details() {
        return object(
                keys("expect", WorkedExample.DETAILS, key -> switch (key) {
                    case "outcome" -> JsonSchema.words(Expected.all());
                    case "share" -> map("type", List.of("number", "string"));
                    case "missing", "also" -> list(JsonSchema.TEXT);
                    case "points", "ceiling" -> number(map("minimum", 0, "maximum", 100));
                    case "effect" -> JsonSchema.words(WorkedExample.EFFECTS);
                    case "action" ->
                        JsonSchema.words(Arrays.stream(ChainAction.values())
                                .map(Enum::name)
                                .toList());
                    default -> JsonSchema.TEXT;
                }),
                List.of("outcome"));
    }

    private Map<String, Object> given() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Map<String, Object>> universe = UniverseSchema.lists();
        for (String key : CaseUniverse.KEYS) {
            Map<String, Object> shape = switch (key) {
                case "asOf" -> orNothing(JsonSchema.DATE);
                case "project", "city" -> orNothing(ref(key));
                case "limits" -> orNothing(map("type", "object", "additionalProperties", exact()));
                default -> Objects.requireNonNull(universe.get(key), key);
            };
            keys.put(key, words.key("given", key, shape));
        }
        return object(keys, List.of());
    }
}
