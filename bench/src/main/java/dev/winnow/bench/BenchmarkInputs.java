package dev.winnow.bench;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Synthesis;
import java.nio.file.Path;

/**
 * The pack and the universes of the benchmarks, from the checkout that the system property {@code winnow.home} names.
 */
final class BenchmarkInputs {

    private static final long SEED = 1;

    private BenchmarkInputs() {}

    /** The checkout; the working directory, where nothing else is said. */
    static Path home() {
        return Path.of(System.getProperty("winnow.home", "."));
    }

    /** The folder of the pack. */
    static Path rules() {
        return home().resolve("rules/semiconductor");
    }

    /** Invents universes in the words of the shipped one, with the facts of the pack, the same at each run. */
    static Synthesis synthesis() {
        return new Synthesis(words(), SEED);
    }

    /** The same with so many rows in a city's lists at most. */
    static Synthesis synthesis(int rows) {
        return new Synthesis(words(), SEED, rows);
    }

    private static Universe words() {
        return Universe.read(RulePack.load(rules()).vocabulary(), home().resolve("seeds/semiconductor"));
    }
}
