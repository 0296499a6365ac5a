package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.internal.read.AnswerReader;
import dev.winnow.model.internal.read.ChainReader;
import dev.winnow.model.internal.read.CityReader;
import dev.winnow.model.internal.read.FactReader;
import dev.winnow.model.internal.read.FirmReader;
import dev.winnow.model.internal.read.HeaderReader;
import dev.winnow.model.internal.read.JudgedReader;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of universe files, derived from the records that they are read into. */
public final class UniverseSchema {

    private final Described words = JsonSchema.described(UniverseSchema.class);
    private final StatementSchema statements = new StatementSchema(words);
    private final Vocabulary vocabulary;

    private UniverseSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the complete schema of universes with a vocabulary. */
    public static Map<String, Object> schema(Vocabulary vocabulary) {
        UniverseSchema universe = new UniverseSchema(vocabulary);
        return JsonSchema.document(
                "A file of a winnow universe",
                JsonSchema.object(universe.top(), List.of()),
                universe.definitions(Set.of("header")));
    }

    /**
     * Returns the definitions that universes share with the cases of a pack: {@code project} and {@code city}, without
     * required keys, and {@code chain}, {@code word} and {@code source}.
     */
    public static Map<String, Object> shared(Vocabulary vocabulary) {
        return new UniverseSchema(vocabulary).definitions(Set.of());
    }

    /** Returns the lists of a universe by name, in terms of {@link #shared}. */
    public static Map<String, Map<String, Object>> lists() {
        Map<String, Map<String, Object>> lists = new LinkedHashMap<>();
        for (String list : UniverseKeys.LISTS) {
            Map<String, Object> item = switch (list) {
                case RateReader.LIST -> JsonSchema.ref("rate");
                case "sources" -> JsonSchema.ref("source");
                case "chains" -> JsonSchema.ref("chain");
                case "firms" -> JsonSchema.ref("firm");
                case "cities" -> JsonSchema.and(JsonSchema.ref("city"), "required", List.of("id"));
                case "projects" -> JsonSchema.and(JsonSchema.ref("project"), "required", List.of("id"));
                case "facts" -> JsonSchema.ref("fact");
                case AssumptionReader.LIST -> JsonSchema.ref("assumption");
                default -> JsonSchema.ref("word");
            };
            lists.put(list, JsonSchema.orNothing(JsonSchema.list(item)));
        }
        return lists;
    }

    private Map<String, Object> top() {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("universe", words.key("universe", "universe", JsonSchema.orNothing(JsonSchema.ref("header"))));
        lists().forEach((list, shape) -> top.put(list, words.key("universe", list, shape)));
        top.put(
                AnswerReader.LIST,
                words.key(
                        "universe",
                        AnswerReader.LIST,
                        JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("answer")))));
        top.put(
                JudgedReader.LIST,
                words.key(
                        "universe",
                        JudgedReader.LIST,
                        JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("judged")))));
        return top;
    }

    private Map<String, Object> definitions(Set<String> more) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        if (more.contains("header")) {
            definitions.put("header", header());
            definitions.put("fact", fact());
            definitions.put("assumption", AssumptionReader.KEYS.schema(vocabulary));
            definitions.put("answer", answer("answer", AnswerReader.KEYS, List.of("fact")));
            definitions.put("judged", answer("judged", JudgedReader.KEYS, List.of("fact", "asOf")));
        }
        definitions.put("project", project());
        definitions.put("city", city());
        vocabulary.rows().forEach((list, row) -> {
            definitions.put(list, JsonSchema.object(components(row, list), row.key()));
        });
        definitions.put("milestone", part(Vocabulary.milestone(), "milestones"));
        definitions.put("outcome", part(Vocabulary.outcome(), "outcome"));
        definitions.put("presence", presence());
        definitions.put("chain", chain());
        definitions.put("firm", firm());
        definitions.put("link", link());
        definitions.put("word", JsonSchema.object(texts("word", UniverseKeys.WORD), List.of("id")));
        definitions.put("source", source());
        definitions.put("rate", rate());
        definitions.putAll(statements.definitions());
        return definitions;
    }

    private Map<String, Object> header() {
        Map<String, Object> keys = texts("header", HeaderReader.KEYS);
        keys.put(
                "name",
                words.key(
                        "header",
                        "name",
                        JsonSchema.pattern("^\\s*[a-z0-9]+(-[a-z0-9]+)*\\s*$", "small letters with hyphens")));
        keys.put("asOf", words.key("header", "asOf", JsonSchema.ref("date")));
        keys.put("illustrative", words.key("header", "illustrative", JsonSchema.ref("flag")));
        keys.put("currency", words.key("header", "currency", JsonSchema.words(Unit.currencies())));
        return JsonSchema.object(keys, List.of());
    }

    private Map<String, Object> project() {
        Map<String, Object> keys = components(vocabulary.project(), Vocabulary.PROJECT);
        for (String other : ProjectReader.OTHERS) {
            Map<String, Object> shape = switch (other) {
                case "milestones" -> JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("milestone")));
                case "outcome" -> JsonSchema.ref("outcome");
                case "illustrative" -> JsonSchema.ref("flag");
                default -> JsonSchema.ref("text");
            };
            keys.put(other, words.key("project", other, shape));
        }
        return JsonSchema.object(keys, List.of());
    }

    private Map<String, Object> part(RecordShape<?> shape, String owner) {
        List<String> required = shape.stated().stream()
                .filter(shape::required)
                .map(Component::name)
                .toList();
        return JsonSchema.object(components(shape, owner), required);
    }

    private Map<String, Object> city() {
        Map<String, Object> keys = components(vocabulary.city(), Vocabulary.CITY);
        List<String> lists = new ArrayList<>();
        for (String list : vocabulary.rows().keySet()) {
            lists.add(list);
            Map<String, Object> shape = JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref(list)));
            DeclaredList described = Objects.requireNonNull(vocabulary.described(list), list);
            keys.put(list, described(described.note() == null ? described.called() : described.note(), "", shape));
        }
        for (String other : CityReader.OTHERS) {
            Map<String, Object> shape = switch (other) {
                case "presences" -> JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("presence")));
                case "complete" -> JsonSchema.orNothing(complete(lists));
                default -> JsonSchema.ref("text");
            };
            keys.put(other, words.key("city", other, shape));
        }
        return JsonSchema.object(keys, List.of());
    }

    private static Map<String, Object> complete(List<String> lists) {
        Map<String, Object> dated = new LinkedHashMap<>();
        lists.forEach(list -> dated.put(list, JsonSchema.ref("date")));
        return JsonSchema.anyOf(JsonSchema.list(JsonSchema.words(lists)), JsonSchema.object(dated, List.of()));
    }

    private Map<String, Object> presence() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : CityReader.PRESENCE) {
            Map<String, Object> held = JsonSchema.anyOf(StatementSchema.SAID_TO_BE_UNKNOWN, JsonSchema.ref("flag"));
            keys.put(key, words.key("presence", key, key.equals("held") ? held : JsonSchema.ref("text")));
        }
        keys.putAll(StatementSchema.origin());
        return JsonSchema.and(
                JsonSchema.object(keys, List.of("held")),
                "oneOf",
                List.of(JsonSchema.map("required", List.of("link")), JsonSchema.map("required", List.of("stage"))));
    }

    private Map<String, Object> chain() {
        Map<String, Object> keys = texts("chain", ChainReader.CHAIN);
        keys.put("links", words.key("chain", "links", JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref("link")))));
        return JsonSchema.object(keys, List.of("id"));
    }

    private Map<String, Object> firm() {
        Map<String, Object> keys = texts("firm", FirmReader.KEYS);
        Map<String, Object> name = JsonSchema.anyOf(
                JsonSchema.ref("text"), JsonSchema.object(texts("firmName", FirmReader.LANGUAGES), List.of()));
        keys.put("name", words.key("firm", "name", name));
        Map<String, Object> aliases = JsonSchema.list(JsonSchema.ref("text"));
        keys.put("aliases", words.key("firm", "aliases", JsonSchema.orNothing(aliases)));
        return JsonSchema.object(keys, List.of("id"));
    }

    private Map<String, Object> link() {
        Map<String, Object> keys = texts("link", ChainReader.LINK);
        Map<String, Object> suppliers = JsonSchema.and(JsonSchema.list(JsonSchema.ref("text")), "uniqueItems", true);
        keys.put("upstream", words.key("link", "upstream", JsonSchema.orNothing(suppliers)));
        return JsonSchema.object(keys, List.of("id", "stage"));
    }

    private Map<String, Object> source() {
        Map<String, Object> keys = texts("source", UniverseKeys.SOURCE);
        keys.put("date", words.key("source", "date", JsonSchema.orNothing(JsonSchema.ref("date"))));
        return JsonSchema.object(keys, List.of("id"));
    }

    private Map<String, Object> rate() {
        Map<String, Object> keys = texts("rate", RateReader.KEYS);
        keys.put("currency", words.key("rate", "currency", JsonSchema.words(Unit.currencies())));
        keys.put("in", words.key("rate", "in", JsonSchema.words(Unit.currencies())));
        keys.put("rate", words.key("rate", "rate", FigureSchema.exact(Unit.NUMBER)));
        keys.put("asOf", words.key("rate", "asOf", JsonSchema.ref("date")));
        return JsonSchema.object(keys, List.of("currency", "in", "rate", "asOf"));
    }

    private Map<String, Object> fact() {
        Map<String, Object> keys = texts("fact", FactReader.KEYS);
        keys.put("figure", words.key("fact", "figure", JsonSchema.map("type", List.of("string", "number"))));
        keys.putAll(StatementSchema.origin());
        return JsonSchema.object(keys, List.of("subject", "about"));
    }

    private Map<String, Object> answer(String owner, List<String> allowed, List<String> required) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : allowed) {
            Map<String, Object> shape = switch (key) {
                case "value" -> JsonSchema.map("not", JsonSchema.map("type", "null"));
                case "rows" -> JsonSchema.list(JsonSchema.map("type", "object"));
                case "more", "complete" -> JsonSchema.FLAG;
                case "reply" -> JsonSchema.words(AnswerReader.replies());
                case "asOf" -> JsonSchema.DATE;
                default -> JsonSchema.TEXT;
            };
            keys.put(key, words.key(owner, key, shape));
        }
        return JsonSchema.object(keys, required);
    }

    private Map<String, Object> texts(String owner, List<String> keys) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (String key : keys) {
            boolean id = key.equals("id") || key.equals("stage") || key.equals("name");
            texts.put(
                    key,
                    words.key(owner, key, id ? JsonSchema.ref("text") : JsonSchema.orNothing(JsonSchema.ref("text"))));
        }
        return texts;
    }

    /**
     * Returns the schemas of the components of a record.
     *
     * @param owner {@code project}, {@code city}, the list of its rows, or the key of a part of a project
     */
    private Map<String, Object> components(RecordShape<?> shape, String owner) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Component component : shape.stated()) {
            DeclaredProperty described =
                    Objects.requireNonNull(vocabulary.described(owner, component.name()), component.name());
            LocalName note = described.note() == null ? described.name() : described.note();
            Map<String, Object> said =
                    described(note, described.isCore() ? "" : example(component.unit()), statements.of(component));
            said.computeIfPresent(
                    "description", (key, text) -> described.isCore() ? asWritten(String.valueOf(text)) : text);
            keys.put(component.name(), said);
        }
        keys.putAll(StatementSchema.origin());
        return keys;
    }

    private static Map<String, Object> described(LocalName note, String example, Map<String, Object> shape) {
        Map<String, Object> described = JsonSchema.map("description", note.inLanguage(Language.EN) + example);
        described.putAll(shape);
        return described;
    }

    /** Returns an example of a figure in a unit, as in files. */
    private static String example(@Nullable Unit unit) {
        return unit == null || unit.isPlain()
                ? ""
                : ", such as "
                        + (unit.isShare()
                                ? "90 %"
                                : unit.isMoney() ? "300 mn yuan or 6.6 bn USD" : "300 " + unit.sign());
    }

    /** Describes units as files write them: records contain millions and shares of 1. */
    private static String asWritten(String description) {
        return description
                .replace("million yuan", "such as 300 mn yuan or 6.6 bn USD")
                .replace("0–1", "such as 90 %");
    }
}
