package dev.winnow.bench.peers;

import dev.winnow.model.Facts;
import dev.winnow.model.Language;
import dev.winnow.model.Project;
import dev.winnow.model.Universe;
import dev.winnow.tables.EntryWriter;
import dev.winnow.tables.Export;
import dev.winnow.tables.Synthesis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What all are compared by: one pack, and one invented universe in the words of the shipped one.
 *
 * @param pack the folder of the pack
 * @param universe the universe
 */
record Comparison(Path pack, Universe universe) {

    private static final long SEED = 1;

    /** @param home the checkout */
    static Comparison of(Path home, int projects, int cities) {
        return new Comparison(
                home.resolve("bench/peers/rules/comparison"),
                drawn(Universe.read(home.resolve("seeds/semiconductor")), projects, cities));
    }

    private static Universe drawn(Universe words, int projects, int cities) {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        try (EntryWriter writer = Export.YAML.writer(drawn, Language.EN, problem -> {})) {
            new Synthesis(words, SEED).write(projects, cities, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Universe.parse(Map.of("synth.yaml", drawn.toString(StandardCharsets.UTF_8)));
    }

    /** What is known on the universe's own day, as winnow screens it. */
    Facts facts() {
        return universe.inHindsight(universe.asOf());
    }

    /** The first of its projects. */
    List<Project> projects(int most) {
        List<Project> all = facts().projects();
        return all.subList(0, Math.min(most, all.size()));
    }
}
