package dev.winnow.engine.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The declarations in a pack's vocabulary.yaml, as the oracle reads them without the engine's code.
 *
 * @param text the file; empty if there is none
 * @param ofProject the declared facts of projects
 * @param ofCity the declared facts of cities
 * @param lists the declared lists of cities
 * @param words the names of the words of closed lists
 */
record Declarations(
        String text, List<Trait> ofProject, List<Trait> ofCity, List<DeclaredRows> lists, Map<String, String> words) {

    /**
     * The rows of a declared list.
     *
     * @param list the list's name
     * @param row the type name of its rows
     * @param key the properties that distinguish rows
     * @param traits the properties of a row, without its city
     */
    record DeclaredRows(String list, String row, List<String> key, List<Trait> traits) {}

    private static final Map<String, String> REFERS = Map.ofEntries(
            Map.entry("city", "cities"),
            Map.entry("cities", "cities"),
            Map.entry("link", "links"),
            Map.entry("links", "links"),
            Map.entry("end market", "endMarkets"),
            Map.entry("end markets", "endMarkets"),
            Map.entry("track", "tracks"),
            Map.entry("tracks", "tracks"),
            Map.entry("sub-track", "subTracks"),
            Map.entry("sub-tracks", "subTracks"),
            Map.entry("firm", "firms"),
            Map.entry("firms", "firms"));

    /** The declarations of a pack without a vocabulary.yaml. */
    static final Declarations NONE = parse("");

    /** Reads the declarations of a pack. */
    static Declarations read(Path pack) {
        Path file = pack.resolve("vocabulary.yaml");
        try {
            return Files.exists(file) ? parse(Files.readString(file)) : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the text of a file. */
    static Declarations parse(String text) {
        try {
            JsonNode root = new YAMLMapper().readTree(text);
            List<DeclaredRows> lists = new ArrayList<>();
            for (Map.Entry<String, JsonNode> list : root.path("city lists").properties()) {
                lists.add(rows(list.getKey(), list.getValue()));
            }
            Map<String, String> words = new HashMap<>();
            root.findValues("words")
                    .forEach(node -> node.properties().forEach(word -> {
                        JsonNode english = word.getValue().path("en");
                        words.put(
                                word.getKey(),
                                english.isArray() ? english.path(0).asText() : english.asText(word.getKey()));
                    }));
            List<Trait> ofProject = new ArrayList<>(kept());
            ofProject.addAll(traits(root.path("project"), List.of()));
            return new Declarations(text, ofProject, traits(root.path("city"), List.of()), lists, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts of the core vocabulary without a record component, which are stored like declared facts. */
    private static List<Trait> kept() throws IOException {
        List<String> components = Arrays.stream(Project.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<Trait> kept = new ArrayList<>();
        try (InputStream core = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("core.yaml"))) {
            for (Map.Entry<String, JsonNode> one :
                    new YAMLMapper().readTree(core).path("project").properties()) {
                if (!components.contains(one.getKey())) {
                    kept.add(trait(
                            one.getKey(),
                            one.getValue(),
                            one.getValue().path("timeless").asBoolean()));
                }
            }
        }
        return kept;
    }

    private static DeclaredRows rows(String list, JsonNode node) {
        List<String> key = new ArrayList<>();
        node.path("key").forEach(part -> key.add(part.asText()));
        List<Trait> traits = new ArrayList<>();
        traits.add(new Trait(
                "city",
                Trait.Kind.TEXT,
                null,
                "cities",
                List.of(),
                true,
                null,
                false,
                fact -> ((DeclaredRow) fact).city()));
        traits.addAll(traits(node.path("has"), key));
        return new DeclaredRows(list, node.path("row").asText(), key, traits);
    }

    private static List<Trait> traits(JsonNode node, List<String> key) {
        List<Trait> traits = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            traits.add(trait(one.getKey(), one.getValue(), key.contains(one.getKey())));
        }
        return traits;
    }

    private static Trait trait(String name, JsonNode node, boolean timeless) {
        String is = node.path("is").asText();
        boolean list = is.startsWith("list of ");
        String one = list ? is.substring("list of ".length()) : is;
        List<String> words = one.startsWith("one of [")
                ? Arrays.stream(one.substring("one of [".length(), one.length() - 1)
                                .split(","))
                        .map(String::strip)
                        .toList()
                : List.of();
        Unit unit = node.has("unit") ? named(node.path("unit")) : unit(is, node.path("words"));
        Trait.Kind kind = is.equals("yes/no")
                ? Trait.Kind.FLAG
                : is.equals("date")
                        ? Trait.Kind.DATE
                        : unit != null ? Trait.Kind.FIGURE : list ? Trait.Kind.LIST : Trait.Kind.TEXT;
        return new Trait(
                name,
                kind,
                unit,
                REFERS.get(one),
                words,
                timeless,
                node.path("apart-from").asText(null),
                true,
                fact -> Trait.declared(fact, name));
    }

    private static @Nullable Unit unit(String is, JsonNode words) {
        if (is.startsWith("rating [")) {
            return Unit.rating(new RatingLevels(
                    1,
                    Arrays.stream(is.substring("rating [".length(), is.length() - 1)
                                    .split(",", -1))
                            .map(String::strip)
                            .map(key -> new RatingLevels.Level(
                                    words.path(key).path("en").asText(key), null, List.of(key)))
                            .toList()));
        }
        if (is.startsWith("rating ")) {
            String[] ends = is.substring("rating ".length()).split("–", -1);
            int lowest = Integer.parseInt(ends[0]);
            return Unit.rating(RatingLevels.of(lowest, Integer.parseInt(ends[1])));
        }
        return switch (is) {
            case "number", "years" -> Unit.NUMBER;
            case "share" -> Unit.SHARE;
            case "money" -> Unit.MONEY;
            default -> null;
        };
    }

    private static Unit named(JsonNode unit) {
        return Unit.of(unit.path("en").asText(), unit.path("zh").asText());
    }

    /** The units of declared numbers. */
    List<Unit> units() {
        return Stream.of(ofProject.stream(), ofCity.stream(), lists.stream().flatMap(list -> list.traits().stream()))
                .flatMap(traits -> traits)
                .map(Trait::unit)
                .filter(unit -> unit != null && (Units.isDeclared(unit) || unit.levels() != null))
                .distinct()
                .toList();
    }

    /** These declarations as the engine reads them, for reading universes. */
    Vocabulary vocabulary() {
        if (text.isEmpty()) {
            return Vocabulary.core();
        }
        List<Problem> problems = new ArrayList<>();
        Node root = Objects.requireNonNull(
                        TextFile.of("vocabulary.yaml", text.getBytes(StandardCharsets.UTF_8), problems))
                .parse(problems);
        Vocabulary vocabulary = Vocabulary.of(Objects.requireNonNull(root), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems + "\n" + text);
        }
        return vocabulary;
    }
}
