package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.Synthesis;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Written universes are read back unchanged: the shipped ones, and random ones with the words of each shipped one and
 * with names and notes that have a special meaning in some format. {@code -Dwinnow.universes=1000} tries a thousand of
 * them in each format.
 */
class ReadingBackTest {

    private static final int UNIVERSES = Integer.getInteger("winnow.universes", Thorough.count(16, 1_000));

    private static final List<String> SHIPPED = List.of("semiconductor", "illustrative", "chips-act", "data-centre");

    private static final List<Universe> WORDS =
            SHIPPED.stream().map(ReadingBackTest::words).toList();

    /** Texts that a format could read as something else. */
    private static final List<String> AWKWARD = List.of(
            "=1+1",
            "+86 532",
            "-",
            "@home",
            "'quoted'",
            "\"quoted\"",
            "a, b; c | d",
            "a: b # c",
            "no",
            "true",
            "null",
            "~",
            "007",
            "1e5",
            "2025-06-30",
            "{x}",
            "[x]",
            "# note",
            "- item",
            "100%",
            "芯片，“制造”（一期）",
            "合计",
            "注：未经核实",
            "total",
            "n/a",
            "未知",
            "<b>&amp;</b>",
            "_x000D_",
            "tab\there",
            "\\ backslash \\n",
            "ends with colon:",
            "ʼ 𠮷 é");

    /** The base universe for files with the header of a universe. */
    private static final Universe NOTHING = Universe.read(ShippedFacts.VOCABULARY);

    @TempDir
    private Path folder;

    private static Universe words(String seed) {
        return Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", seed));
    }

    /** Collects entries. */
    private static final class Collected implements EntryWriter {

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void write(EntryKind kind, @Nullable String holder, Node entry) {
            entries.add(new Entry(kind, holder, entry));
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void randomUniversesAreReadBackUnchanged(Export form) throws IOException {
        for (int seed = 1; seed <= UNIVERSES; seed++) {
            Random random = new Random(seed);
            Universe base = WORDS.get(seed % WORDS.size());
            Collected drawn = new Collected();
            new Synthesis(base, seed, 1 + random.nextInt(7)).write(random.nextInt(12), 1 + random.nextInt(4), drawn);
            List<String> texts = new ArrayList<>(AWKWARD);
            Collections.shuffle(texts, random);
            List<Entry> entries = drawn.entries.stream()
                    .map(entry -> new Entry(entry.kind(), entry.holder(), awkward(entry, random, texts)))
                    .toList();
            Language language = random.nextBoolean() ? Language.EN : Language.ZH;
            same("seed " + seed, read(write(form, entries, language)), entries);
        }
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void shippedUniversesAreReadBackUnchanged(Export form) throws IOException {
        for (String seed : SHIPPED) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of("..", "seeds", seed))) {
                files = all.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
            List<Entry> entries = read(files);
            same(seed, read(write(form, entries, Language.ZH)), entries);
        }
    }

    private static List<Entry> read(List<Path> files) throws IOException {
        List<String> problems = new ArrayList<>();
        Collected read = new Collected();
        new Import(NOTHING, Mapping.NONE, null, null, new ImportWatch() {
                    @Override
                    public void problem(Problem problem) {
                        problems.add(problem.toString());
                    }

                    @Override
                    public void refused(ImportedTable.RefusedRow row) {
                        row.problems().forEach(this::problem);
                    }
                })
                .run(files, read);
        assertThat(problems).isEmpty();
        return read.entries;
    }

    /**
     * A copy of the entry, sometimes with a name or note that is hard to write, each used once because names are unique.
     * Values take every form allowed in files, and milestones come in any order.
     */
    private static Node awkward(Entry entry, Random random, List<String> texts) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : entry.node().fields().values()) {
            Property property = entry.kind().property(field.key());
            if (property != null && !isHeldAlways(entry.kind(), property) && random.nextInt(8) == 0) {
                fields.add(new Node.Field(field.key(), field.place(), stated(property, field.value(), random)));
                continue;
            }
            if (field.key().equals("milestones")) {
                List<Node> steps = new ArrayList<>(field.value().items());
                Collections.shuffle(steps, random);
                fields.add(new Node.Field(field.key(), field.place(), Node.list(field.place(), steps)));
                continue;
            }
            boolean free = Set.of("name", "note", "title").contains(field.key())
                    && field.value().isScalar()
                    && (entry.kind().isProjects() || entry.kind().name().equals("cities"))
                    && random.nextInt(3) == 0
                    && !texts.isEmpty();
            if (free) {
                String text = texts.remove(0)
                        + (random.nextBoolean() ? " " + field.value().text() : "");
                fields.add(new Node.Field(field.key(), field.place(), Node.scalar(field.place(), text)));
            } else {
                fields.add(field);
            }
        }
        return Node.map(entry.node().place(), fields);
    }

    /** Whether a property has a timeless value, or no origin of its own. */
    private static boolean isHeldAlways(EntryKind kind, Property property) {
        Vocabulary vocabulary = kind.kinds().vocabulary();
        RecordShape<?> shape = kind.isProjects()
                ? vocabulary.project()
                : kind.name().equals("cities")
                        ? vocabulary.city()
                        : vocabulary.rows().get(kind.list());
        return !property.sourced()
                || shape == null
                || shape.stated().stream()
                        .filter(component -> component.name().equals(property.name()))
                        .allMatch(Component::timeless);
    }

    /** A value in another form allowed in files: plain, with its origin, as one of several, or unknown. */
    private static Node stated(Property property, Node value, Random random) {
        Place at = value.place();
        return switch (random.nextInt(property.required() ? 3 : 7)) {
            case 0 -> map(at, field("value", value));
            case 1 -> map(at, field("value", value), field("source", scalar(at, "synth")), field("asOf", day(at, 1)));
            case 2 -> map(at, field("value", value), field("asOf", day(at, 2)), field("note", scalar(at, "a: \"b\"")));
            case 3 -> Node.list(at, List.of(map(at, field("value", value), field("hindsight", scalar(at, "true")))));
            case 4 ->
                Node.list(
                        at,
                        List.of(
                                map(at, field("value", value), field("asOf", day(at, 3))),
                                map(at, field("value", value), field("asOf", day(at, 4)))));
            case 5 -> Node.nothing(at);
            default -> map(at, field("value", Node.nothing(at)), field("source", scalar(at, "synth")));
        };
    }

    private static Node map(Place at, Node.Field... fields) {
        return Node.map(at, List.of(fields));
    }

    private static Node.Field field(String key, Node value) {
        return new Node.Field(key, value.place(), value);
    }

    private static Node scalar(Place at, String text) {
        return Node.scalar(at, text);
    }

    private static Node day(Place at, int day) {
        return scalar(at, "2024-05-0" + day);
    }

    private List<Path> write(Export form, List<Entry> entries, Language language) throws IOException {
        Map<String, List<Entry>> byFile = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String name = form == Export.CSV ? Export.called(entry.kind(), language) : "universe";
            byFile.computeIfAbsent(name, any -> new ArrayList<>()).add(entry);
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> one : byFile.entrySet()) {
            Path file = folder.resolve(one.getKey() + form.endings().get(0));
            List<Problem> unfit = new ArrayList<>();
            try (OutputStream out = Files.newOutputStream(file);
                    EntryWriter writer = form.writer(out, language, unfit::add)) {
                for (Entry entry : one.getValue()) {
                    writer.write(entry.kind(), entry.holder(), entry.node());
                }
            }
            assertThat(unfit).isEmpty();
            files.add(file);
        }
        return files;
    }

    /** Compares line by line, so that a failure shows the first difference. */
    private static void same(String which, List<Entry> read, List<Entry> written) {
        List<String> lines = said(read).lines().toList();
        List<String> expected = said(written).lines().toList();
        for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
            assertThat(lines.get(i))
                    .as("%s, line %s, after %s", which, i + 1, lines.subList(Math.max(0, i - 4), i))
                    .isEqualTo(expected.get(i));
        }
        assertThat(lines).as(which).hasSameSizeAs(expected);
    }

    /** Content of entries, kind by kind, regardless of the order of keys, kinds and milestones. */
    private static String said(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries.stream()
                .sorted(Comparator.comparing(
                        entry -> entry.kind().name() + " " + Objects.requireNonNullElse(entry.holder(), "")))
                .toList()) {
            text.append(entry.kind().name())
                    .append(" of ")
                    .append(entry.holder())
                    .append("\n");
            say(text, "  ", entry.node());
        }
        return text.toString();
    }

    private static void say(StringBuilder text, String indent, Node given) {
        Node node = plain(given);
        if (node.isMap()) {
            new TreeMap<>(node.fields()).forEach((key, field) -> {
                text.append(indent).append(key).append("\n");
                say(text, indent + "  ", field.value());
            });
        } else if (node.isList()) {
            Stream<String> items = node.items().stream().map(item -> {
                StringBuilder one = new StringBuilder();
                say(one, indent + "  ", item);
                return one.toString();
            });
            boolean steps = node.items().stream().anyMatch(item -> item.isMap() && item.get("step") != null);
            (steps ? items.sorted() : items)
                    .forEach(item -> text.append(indent).append("-\n").append(item));
        } else {
            text.append(indent)
                    .append(node.kind())
                    .append(" ")
                    .append(node.isScalar() ? node.text() : "")
                    .append("\n");
        }
    }

    /** The simplest form of a value: {@code [{value: x}]} is the same as {@code {value: x}} and as {@code x}. */
    private static Node plain(Node node) {
        boolean one = node.isList()
                && node.items().size() == 1
                && node.items().get(0).fields().containsKey("value");
        Node only = one ? node.items().get(0) : node;
        Node.Field value = only.fields().get("value");
        return value != null && only.fields().size() == 1 ? value.value() : only;
    }
}
