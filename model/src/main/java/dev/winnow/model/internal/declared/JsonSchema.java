package dev.winnow.model.internal.declared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Builds JSON Schemas (draft 2020-12) of winnow's files, for editors. A schema is a map of texts, numbers, flags, lists
 * and maps in the order of writing. It accepts every file that winnow reads, and refuses the mistakes that JSON Schema
 * can express.
 */
public final class JsonSchema {

    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** Small letters, digits and single hyphens. */
    public static final Map<String, Object> KEBAB =
            pattern("^\\s*[a-z][a-z0-9]*(-[a-z0-9]+)*\\s*$", "write small letters, digits and single - between words");

    /** Any text that is not blank. Numbers are allowed because editors read some texts as numbers. */
    public static final Map<String, Object> TEXT = map("type", List.of("string", "number"), "pattern", "\\S");

    /** True or false. */
    public static final Map<String, Object> FLAG = anyOf(
            map("type", "boolean"),
            pattern("^\\s*" + alternatives(List.of("true", "false")) + "\\s*$", "true or false"));

    /** A day, a month, a quarter, a half-year or a year. */
    public static final Map<String, Object> DATE = anyOf(
            pattern(
                    "^\\s*(19\\d\\d|2[01]\\d\\d|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?|-H[12]|-Q[1-4])?\\s*$",
                    "a date is 2018-03-30, 2018-03, 2018-Q1, 2018-H1 or 2018"),
            map("type", "integer", "minimum", 1900, "maximum", 2200));

    private JsonSchema() {}

    /** Returns a map of keys and values, in order. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Returns the schema of a text that matches a pattern, with the message that editors show for other texts. */
    public static Map<String, Object> pattern(String pattern, String otherwise) {
        return map("type", "string", "pattern", pattern, "patternErrorMessage", otherwise);
    }

    /** Returns the schema of one word from a list. */
    public static Map<String, Object> words(Collection<String> words) {
        return map("enum", List.copyOf(words));
    }

    /** Returns the schema of a value with one of two shapes. */
    public static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
        return map("anyOf", List.of(one, other));
    }

    /** Returns the schema of a value with one of several shapes. */
    public static Map<String, Object> anyOf(List<Map<String, Object>> shapes) {
        return map("anyOf", List.copyOf(shapes));
    }

    /** Returns the schema of a list. */
    public static Map<String, Object> list(Map<String, Object> item) {
        return map("type", "array", "items", item);
    }

    /** Returns the schema of a list with at least one item. */
    public static Map<String, Object> filledList(Map<String, Object> item) {
        return map("type", "array", "minItems", 1, "items", item);
    }

    /** Returns the schema of a map with these keys only. */
    public static Map<String, Object> object(Map<String, Object> properties, Collection<String> required) {
        Map<String, Object> object = map("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", List.copyOf(required));
        }
        object.put("additionalProperties", false);
        return object;
    }

    /** Returns a reference to a definition of the same schema. */
    public static Map<String, Object> ref(String definition) {
        return map("$ref", "#/$defs/" + definition);
    }

    /** Returns the schema of a value with a shape, or null. */
    public static Map<String, Object> orNothing(Map<String, Object> shape) {
        return anyOf(map("type", "null"), shape);
    }

    /** Returns a schema with further keywords. */
    public static Map<String, Object> and(Map<String, Object> shape, Object... keysAndValues) {
        Map<String, Object> more = new LinkedHashMap<>(shape);
        more.putAll(map(keysAndValues));
        return more;
    }

    /** Returns a schema document with its dialect and title. */
    public static Map<String, Object> document(
            String title, Map<String, Object> shape, Map<String, Object> definitions) {
        Map<String, Object> document = map("$schema", DIALECT, "title", title);
        document.putAll(shape);
        document.put("$defs", definitions);
        return document;
    }

    /** Returns a function that adds descriptions of keys from a properties resource beside a class. */
    public static Described described(Class<?> beside) {
        Properties words = words(beside);
        return (owner, key, shape) -> {
            String text = words.getProperty(owner + "." + key);
            if (text == null) {
                throw new IllegalStateException("schema.properties lacks a description of " + owner + "." + key);
            }
            Map<String, Object> described = map("description", text);
            described.putAll(shape);
            return described;
        };
    }

    /** Returns the descriptions of keys, from a properties resource beside a class. */
    public static Properties words(Class<?> beside) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream("schema.properties"), "schema.properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Adds descriptions to the schemas of keys. */
    public interface Described {

        /** Returns the shape of a key's value with its description first. */
        Map<String, Object> key(String owner, String key, Map<String, Object> shape);
    }

    /** Returns alternatives of a regular expression, longest first, with upper case allowed. */
    public static String alternatives(Collection<String> words) {
        List<String> longest = new ArrayList<>(words);
        longest.removeIf(String::isEmpty);
        longest.sort(
                (one, other) -> one.length() != other.length() ? other.length() - one.length() : one.compareTo(other));
        StringBuilder pattern = new StringBuilder("(?:");
        for (String word : longest) {
            pattern.append(pattern.length() > 3 ? "|" : "");
            word.chars().forEach(c -> pattern.append(sign((char) c)));
        }
        return pattern.append(')').toString();
    }

    private static String sign(char c) {
        if (c >= 'a' && c <= 'z') {
            return "[" + c + Character.toUpperCase(c) + "]";
        }
        boolean plain = c >= 128 || (c >= '0' && c <= '9') || c == '<' || c == '>' || c == '=' || c == '~' || c == ' ';
        return plain ? String.valueOf(c) : "\\" + c;
    }
}
