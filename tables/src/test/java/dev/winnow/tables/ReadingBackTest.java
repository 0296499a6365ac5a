package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.entries.Entry;
import dev.winnow.tables.entries.EntryWriter;
import dev.winnow.tables.entries.RefusedRow;
import dev.winnow.tables.entries.Synthesis;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.write.Export;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reading back what was written changes nothing: random universes in the words of each shipped one, with names and notes that
 * files have a use of their own for. {@code -Dwinnow.universes=1000} tries a thousand of them in each form.
 */
class ReadingBackTest {

    private static final int UNIVERSES = Integer.getInteger("winnow.universes", Thorough.count(30, 300));

    private static final List<Universe> WORDS =
            List.of(words("semiconductor"), words("illustrative"), words("chips-act"), words("data-centre"));

    /** Texts that a form could take for something else. */
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

    /** What a file with the header of a universe is read against. */
    private static final Universe NOTHING = Universe.read(ShippedFacts.VOCABULARY);

    @TempDir
    private Path folder;

    private static Universe words(String seed) {
        return Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", seed));
    }

    /** Entries that are kept. */
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
    void changesNothing(Export form) throws IOException {
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
            List<Path> files = write(form, entries, language);
            List<String> problems = new ArrayList<>();
            Collected read = new Collected();
            new Import(NOTHING, Mapping.NONE, null, null, new ImportWatch() {
                        @Override
                        public void problem(Problem problem) {
                            problems.add(problem.toString());
                        }

                        @Override
                        public void refused(RefusedRow row) {
                            row.problems().forEach(this::problem);
                        }
                    })
                    .run(files, read);
            assertThat(problems).as("seed %s", seed).isEmpty();
            same(seed, said(read.entries), said(entries));
        }
    }

    /** The same entry, now and then with a name or a note that is hard to write; each once, since no two things are named alike. */
    private static Node awkward(Entry entry, Random random, List<String> texts) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : entry.node().fields().values()) {
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

    /** Equal line by line, so that the first difference is seen. */
    private static void same(int seed, String read, String written) {
        List<String> lines = read.lines().toList();
        List<String> expected = written.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
            assertThat(lines.get(i))
                    .as("seed %s, line %s, after %s", seed, i + 1, lines.subList(Math.max(0, i - 4), i))
                    .isEqualTo(expected.get(i));
        }
        assertThat(lines).as("seed %s", seed).hasSameSizeAs(expected);
    }

    /** What entries say, kind by kind: the order of keys says nothing, and that of kinds neither. */
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

    private static void say(StringBuilder text, String indent, Node node) {
        if (node.isMap()) {
            new TreeMap<>(node.fields()).forEach((key, field) -> {
                text.append(indent).append(key).append("\n");
                say(text, indent + "  ", field.value());
            });
        } else if (node.isList()) {
            for (Node item : node.items()) {
                text.append(indent).append("-\n");
                say(text, indent + "  ", item);
            }
        } else {
            text.append(indent)
                    .append(node.kind())
                    .append(" ")
                    .append(node.isScalar() ? node.text() : "")
                    .append("\n");
        }
    }
}
