package dev.winnow.spark;

import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
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

    /** Adds projects that differ from the first ones only in their ids, so that they share ranks. */
    Invented withTwins(int twins) {
        return new Invented(
                pack,
                universe,
                Stream.concat(
                                projects.stream(),
                                projects.stream()
                                        .limit(twins)
                                        .map(project -> project.replaceFirst("\"id\":\"", "\"id\":\"twin-of-")))
                        .toList());
    }

    SparkScreening screening() {
        return SparkScreening.of("semiconductor", pack, universe, Map.of());
    }

    RulePack rules() {
        return RulePack.of("semiconductor", pack);
    }

    /** Returns the universe with its projects. */
    Universe whole() {
        String listed = "{\"projects\": [" + String.join(",\n", projects) + "]}";
        return Universe.parse(rules().vocabulary(), universe).and(Map.of("projects.json", listed));
    }
}
