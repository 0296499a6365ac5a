package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.vocabulary.Take;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.model.vocabulary.VocabularyKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema of a pack's vocabulary.yaml, derived from the keys that its reader knows. */
public final class VocabularySchema {

    private static final String IS = "^\\s*(?:yes/no|number|share|money|years|date"
            + "|rating\\s+\\d{1,4}\\s*(?:[-–—~～至]|to)\\s*\\d{1,4}|rating\\s*\\[.+\\]"
            + "|(?:list\\s+of\\s+)?(?:texts?|links?|end\\s+markets?|tracks?|sub-tracks?|stages?|city|cities|firms?|one\\s+of\\s+\\[.+\\])"
            + ")\\s*$";
    private static final String HELD =
            "yes/no, number, share, money, years, date, text, rating 1–5, one of [small, large], link or list of links";

    private final Described words = JsonSchema.described(VocabularySchema.class);

    private VocabularySchema() {}

    /** {@return the schema of vocabulary.yaml} */
    public static Map<String, Object> schema() {
        VocabularySchema schema = new VocabularySchema();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : VocabularyKeys.SECTIONS) {
            Map<String, Object> entries = key.equals(VocabularyKeys.LISTS)
                    ? JsonSchema.and(entries("list"), "properties", schema.closed())
                    : entries("property");
            keys.put(key, schema.words.key("vocabulary", key.replace(' ', '-'), entries));
        }
        Map<String, Object> definitions = JsonSchema.map(
                "property", schema.property(),
                "list", schema.list(),
                "label", label(VocabularyKeys.LONGEST),
                "sentence", label(VocabularyKeys.LONGEST_NOTE),
                "question", inLanguages(question()),
                "labels", labels());
        return JsonSchema.document(
                "vocabulary.yaml of a winnow rule pack", JsonSchema.object(keys, List.of()), definitions);
    }

    private static Map<String, Object> entries(String entry) {
        return JsonSchema.map(
                "type",
                "object",
                "propertyNames",
                JsonSchema.pattern(
                        "^" + VocabularyKeys.PROPERTY_NAME + "$",
                        "letters and digits without blanks, at least three, such as ownsTechnology"),
                "additionalProperties",
                JsonSchema.ref(entry));
    }

    /** Returns the core lists whose closed lists a pack may change. */
    private Map<String, Object> closed() {
        Map<String, Object> lists = new LinkedHashMap<>();
        Vocabulary.core().rows().forEach((list, shape) -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            shape.stated().stream()
                    .filter(component -> !component.words().isEmpty())
                    .forEach(component ->
                            properties.put(component.name(), declaration(VocabularyKeys.CLOSED, List.of("is"))));
            if (!properties.isEmpty()) {
                lists.put(
                        list,
                        JsonSchema.object(
                                JsonSchema.map("has", JsonSchema.object(properties, List.of())), List.of("has")));
            }
        });
        return lists;
    }

    private Map<String, Object> property() {
        return declaration(VocabularyKeys.PROPERTY, List.of("is", "name"));
    }

    private Map<String, Object> declaration(List<String> allowed, List<String> needed) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : allowed) {
            Map<String, Object> shape = switch (key) {
                case "is" -> JsonSchema.pattern(IS, "it is one of " + HELD);
                case "note" -> JsonSchema.ref("sentence");
                case "ask" -> JsonSchema.ref("question");
                case "headings" -> headings();
                case "words" ->
                    JsonSchema.map(
                            "type",
                            "object",
                            "additionalProperties",
                            JsonSchema.anyOf(text(VocabularyKeys.LONGEST), headings()));
                case "levels" ->
                    JsonSchema.map("type", "object", "additionalProperties", inBoth(text(VocabularyKeys.LONGEST_NOTE)));
                case "judged" -> judged();
                case "apart-from" -> JsonSchema.TEXT;
                case "days" -> days();
                case "unit" -> label(VocabularyKeys.LONGEST_UNIT);
                default -> JsonSchema.ref("label");
            };
            keys.put(key, words.key("declaration", key, shape));
        }
        return JsonSchema.object(keys, needed);
    }

    private Map<String, Object> judged() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : VocabularyKeys.JUDGED) {
            Map<String, Object> shape = switch (key) {
                case "by" -> JsonSchema.map("const", "panel");
                case "at-least" ->
                    JsonSchema.map("type", "integer", "minimum", 1, "maximum", VocabularyKeys.MOST_JUDGEMENTS);
                case "take" ->
                    JsonSchema.map(
                            "enum", Stream.of(Take.values()).map(Take::id).toList());
                default -> JsonSchema.map("type", List.of("number", "string"));
            };
            keys.put(key, words.key("judged", key, shape));
        }
        return JsonSchema.object(keys, List.of("take"));
    }

    private Map<String, Object> list() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : VocabularyKeys.LIST) {
            Map<String, Object> shape = switch (key) {
                case "row" ->
                    JsonSchema.pattern(
                            "^\\s*" + VocabularyKeys.ROW_NAME + "\\s*$",
                            "a capital letter, then letters and digits, such as Talent");
                case "note" -> JsonSchema.ref("sentence");
                case "ask" -> JsonSchema.ref("question");
                case "days" -> days();
                case "headings" -> headings();
                case "key" -> JsonSchema.filledList(JsonSchema.TEXT);
                case "has" -> entries("property");
                default -> JsonSchema.ref("label");
            };
            keys.put(key, words.key("declaredList", key, shape));
        }
        return JsonSchema.object(keys, List.of("row", "key", "has"));
    }

    private static Map<String, Object> days() {
        return JsonSchema.map("type", "integer", "minimum", 0, "maximum", VocabularyKeys.MOST_DAYS);
    }

    private static Map<String, Object> headings() {
        Map<String, Object> languages = new LinkedHashMap<>();
        VocabularyKeys.HEADING_LANGUAGES.forEach(language -> languages.put(language, JsonSchema.ref("labels")));
        return JsonSchema.object(languages, List.of());
    }

    private static Map<String, Object> labels() {
        Map<String, Object> text = text(VocabularyKeys.LONGEST);
        return JsonSchema.anyOf(text, JsonSchema.list(text));
    }

    /** Returns the schema of a text in both languages, in one, or without a language. */
    private static Map<String, Object> label(int longest) {
        return inLanguages(text(longest));
    }

    private static Map<String, Object> inBoth(Map<String, Object> text) {
        Map<String, Object> languages = new LinkedHashMap<>();
        VocabularyKeys.LANGUAGES.forEach(language -> languages.put(language, text));
        return JsonSchema.object(languages, VocabularyKeys.LANGUAGES);
    }

    private static Map<String, Object> inLanguages(Map<String, Object> text) {
        Map<String, Object> languages = new LinkedHashMap<>();
        VocabularyKeys.LANGUAGES.forEach(language -> languages.put(language, text));
        return JsonSchema.anyOf(text, JsonSchema.and(JsonSchema.object(languages, List.of()), "minProperties", 1));
    }

    private static Map<String, Object> text(int longest) {
        String signs = signs(VocabularyKeys.SIGNS);
        return JsonSchema.and(
                JsonSchema.pattern(
                        "^\\s*[^\\s" + signs + signs(VocabularyKeys.FIRST_SIGNS) + "][^" + signs + "]*$",
                        "a label in words, without the signs " + String.join(" ", VocabularyKeys.SIGNS.split(""))),
                "maxLength",
                longest);
    }

    /** Returns the schema of a label with at most one placeholder for its subject. */
    private static Map<String, Object> question() {
        String signs = signs(VocabularyKeys.SIGNS);
        String words = "[^" + signs + "]*";
        String first = "[^\\s" + signs + signs(VocabularyKeys.FIRST_SIGNS) + "]";
        String subject = VocabularyKeys.SUBJECT;
        return JsonSchema.and(
                JsonSchema.pattern(
                        "^\\s*(?:" + first + words + "(?:" + subject + words + ")?|" + subject + words + ")$",
                        "a question in words, in which " + subject + " may stand once for what is asked about"),
                "maxLength",
                VocabularyKeys.LONGEST_NOTE + subject.length());
    }

    /** Escapes characters for the brackets of a pattern. */
    private static String signs(String signs) {
        return signs.replace("\\", "\\\\").replace("-", "\\-");
    }
}
