package dev.winnow.bench.peers;

import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.entries.Synthesis;
import java.nio.file.Path;
import java.util.List;

/**
 * The inputs of the comparison: one pack, and one synthetic universe in the words of the shipped one.
 *
 * @param pack the folder of the pack
 * @param universe the universe
 */
record Comparison(Path pack, Universe universe) {

    private static final long SEED = 1;

    /** @param home the checkout */
    static Comparison of(Path home, int projects, int cities) {
        Universe words = Universe.read(home.resolve("seeds/semiconductor"));
        return new Comparison(
                home.resolve("bench/peers/rules/comparison"), new Synthesis(words, SEED).draw(projects, cities));
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
