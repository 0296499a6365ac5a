package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.StatementReader;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The schema of the value of a record component, as {@link StatementReader} reads it: a plain value, an object with its
 * origin, a list of such objects, or nothing. Each kind of value is a definition of its own.
 */
final class StatementSchema {

    /** The schema of a word for an unknown value. */
    static final Map<String, Object> SAID_TO_BE_UNKNOWN = JsonSchema.words(List.of("unknown", "~", "未知"));

    /** The schema of a word for an unknown value, or of an empty value. */
    static final Map<String, Object> UNKNOWN = JsonSchema.anyOf(JsonSchema.map("type", "null"), SAID_TO_BE_UNKNOWN);

    private final Described words;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    StatementSchema(Described words) {
        this.words = words;
        define("unknown", UNKNOWN);
        define("text", JsonSchema.TEXT);
        define("texts", JsonSchema.and(JsonSchema.list(JsonSchema.ref("text")), "uniqueItems", true));
        define("date", JsonSchema.DATE);
        define("flag", JsonSchema.FLAG);
        for (Unit unit : Unit.kinds()) {
            define(name(unit), FigureSchema.of(unit));
        }
        for (String key : Origin.KEYS) {
            String shape = key.equals("asOf") ? "date" : key.equals("hindsight") ? "flag" : "text";
            define("origin-" + key, words.key("origin", key, JsonSchema.orNothing(JsonSchema.ref(shape))));
        }
    }

    private void define(String name, Map<String, Object> shape) {
        definitions.put(name, shape);
    }

    /** Returns the definitions that the shapes returned so far refer to. */
    Map<String, Object> definitions() {
        return definitions;
    }

    /** Returns the schema of the value of a component. */
    Map<String, Object> of(Component component) {
        if (component.name().equals("id")) {
            return JsonSchema.ref("text");
        }
        boolean once = component.timeless() && component.kind() != Component.Kind.TEXTS;
        boolean figure = component.kind() == Component.Kind.FIGURE;
        if (!component.words().isEmpty()) {
            Map<String, Object> word = JsonSchema.words(component.words());
            boolean many = component.kind() == Component.Kind.TEXTS;
            return statementOf(
                    many ? JsonSchema.and(JsonSchema.list(word), "uniqueItems", true) : word, once, figure, many);
        }
        Unit unit = component.unit();
        if (unit != null && unit.levels() != null) {
            return rating("rating-of-" + component.name(), FigureSchema.of(unit));
        }
        if (unit != null && unit.isDeclared()) {
            definitions.putIfAbsent(name(unit), FigureSchema.of(unit));
        }
        String sort = unit != null ? name(unit) : component.kind().name().toLowerCase(Locale.ROOT);
        String definition = sort + (once ? "-once" : "-by-day");
        boolean many = component.kind() == Component.Kind.TEXTS;
        definitions.computeIfAbsent(definition, any -> statementOf(JsonSchema.ref(sort), once, figure, many));
        return JsonSchema.ref(definition);
    }

    /** Returns the schema of a rating; projects and cities may have different ratings of the same name. */
    private Map<String, Object> rating(String name, Map<String, Object> levels) {
        Object before = definitions.putIfAbsent(name, levels);
        if (before != null && !before.equals(levels)) {
            return rating(name + "-too", levels);
        }
        definitions.computeIfAbsent(name + "-by-day", any -> statementOf(JsonSchema.ref(name), false, true, false));
        return JsonSchema.ref(name + "-by-day");
    }

    /** Returns the schemas of the keys of an origin. */
    static Map<String, Object> origin() {
        Map<String, Object> origin = new LinkedHashMap<>();
        Origin.KEYS.forEach(key -> origin.put(key, JsonSchema.ref("origin-" + key)));
        return origin;
    }

    /**
     * A declared unit may have the name of another definition, such as `text`, or contain a character that separates
     * JSON pointers.
     */
    private static String name(Unit unit) {
        return unit.isDeclared()
                ? "number-of-" + unit.name().replaceAll("[^\\p{L}\\p{N}]+", "-")
                : unit.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> statementOf(Map<String, Object> plain, boolean once, boolean figure, boolean many) {
        Map<String, Object> object = figure ? figure(plain) : object(plain, many);
        Map<String, Object> unknown = JsonSchema.ref("unknown");
        return once
                ? JsonSchema.anyOf(List.of(unknown, plain, object))
                : JsonSchema.anyOf(List.of(unknown, plain, object, JsonSchema.filledList(object)));
    }

    private Map<String, Object> object(Map<String, Object> plain, boolean many) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("value", words.key("statement", "value", JsonSchema.anyOf(JsonSchema.ref("unknown"), plain)));
        if (many) {
            keys.put("more", words.key("statement", "more", JsonSchema.ref("flag")));
        }
        keys.putAll(origin());
        return JsonSchema.object(keys, List.of("value"));
    }

    /** A plain number is allowed beside a key for its unit. */
    private Map<String, Object> figure(Map<String, Object> plain) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("value", words.key("statement", "value", JsonSchema.map()));
        keys.put("unit", words.key("statement", "unit", JsonSchema.ref("text")));
        keys.put("bound", words.key("statement", "bound", JsonSchema.words(StatementReader.BOUNDS)));
        keys.putAll(origin());
        Map<String, Object> unknown = JsonSchema.ref("unknown");
        return JsonSchema.and(
                JsonSchema.object(keys, List.of("value")),
                "if",
                JsonSchema.map("required", List.of("unit")),
                "then",
                valued(JsonSchema.anyOf(unknown, JsonSchema.ref("text"))),
                "else",
                valued(JsonSchema.anyOf(unknown, plain)));
    }

    private static Map<String, Object> valued(Map<String, Object> value) {
        return JsonSchema.map("properties", JsonSchema.map("value", value));
    }
}
