package dev.winnow.bench;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Synthesis;
import java.nio.file.Path;

/** The pack and the universes of the benchmarks, from the checkout in the system property {@code winnow.home}. */
final class BenchmarkInputs {

    private static final long SEED = 1;

    private BenchmarkInputs() {}

    /** Returns the checkout, by default the working directory. */
    static Path home() {
        return Path.of(System.getProperty("winnow.home", "."));
    }

    /** Returns the folder of the pack. */
    static Path rules() {
        return home().resolve("rules/semiconductor");
    }

    /**
     * Returns a generator of universes with the vocabulary of the shipped one and the facts of the pack; the same in
     * each run.
     */
    static Synthesis synthesis() {
        return new Synthesis(words(), SEED);
    }

    /** Returns a generator limited to a number of rows per city list. */
    static Synthesis synthesis(int rows) {
        return new Synthesis(words(), SEED, rows);
    }

    private static Universe words() {
        return Universe.read(RulePack.load(rules()).vocabulary(), home().resolve("seeds/semiconductor"));
    }
}
