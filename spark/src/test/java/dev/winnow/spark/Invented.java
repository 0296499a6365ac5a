package dev.winnow.spark;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.Synthesis;
import dev.winnow.tables.internal.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invented universe: its cities as a universe file, its projects as JSON lines.
 *
 * @param pack the files of the shipped semiconductor pack
 * @param universe the universe without projects
 * @param projects its projects
 */
record Invented(Map<String, String> pack, Map<String, String> universe, List<String> projects) {

    static final Path RULES = Path.of("../rules/semiconductor");

    static Invented of(int projects, int cities) {
        RulePack pack = RulePack.load(RULES);
        Synthesis synthesis = new Synthesis(Universe.read(pack.vocabulary(), Path.of("../seeds/semiconductor")), 7);
        return new Invented(
                files(),
                Map.of("universe.json", text(synthesis, projects, cities, Export.JSON, kind -> !kind.isProjects())),
                text(synthesis, projects, cities, Export.NDJSON, EntryKind::isProjects)
                        .lines()
                        .toList());
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(RULES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(RULES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(
            Synthesis synthesis, int projects, int cities, Export form, Predicate<EntryKind> wanted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EntryWriter writer = form.writer(out, Language.EN, problem -> {})) {
            synthesis.write(projects, cities, new EntryWriter() {
                @Override
                public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
                    if (wanted.test(kind)) {
                        writer.write(kind, holder, entry);
                    }
                }

                @Override
                public void close() {}
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    SparkScreening screening() {
        return SparkScreening.of("semiconductor", pack, universe, Map.of());
    }

    /** Returns the results of a single machine: the contract's line for each project and city, sorted. */
    List<String> onOneMachine(String digest) {
        RulePack rules = RulePack.of("semiconductor", pack);
        String listed = "{\"projects\": [" + String.join(",\n", projects) + "]}";
        Universe all = Universe.parse(rules.vocabulary(), universe).and(Map.of("projects.json", listed));
        Stream<Explanation> pairs = Screener.of(rules).open(all).batches().flatMap(batch -> batch.explain().stream());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new ScreeningJson(
                            new Screening(
                                    new Screening.Edition(rules.name(), rules.version(), rules.digest()),
                                    new Screening.Edition(all.name(), "", digest),
                                    all.illustrative(),
                                    List.of(),
                                    List.of(),
                                    all.names()),
                            null,
                            Wording.inLanguage(Language.EN))
                    .writeLines(pairs, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString(StandardCharsets.UTF_8).lines().sorted().collect(Collectors.toList());
    }
}
