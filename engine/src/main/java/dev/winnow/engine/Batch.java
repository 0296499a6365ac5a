package dev.winnow.engine;

import dev.winnow.language.pack.PackException;
import dev.winnow.model.result.Assessment;
import java.util.List;
import java.util.function.Supplier;

/** Some candidates for one city, to be judged by themselves. Thread-safe. */
public final class Batch {

    private final int candidates;
    private final Supplier<List<Assessment>> hearing;

    Batch(int candidates, Supplier<List<Assessment>> hearing) {
        this.candidates = candidates;
        this.hearing = hearing;
    }

    /** How many candidates there are. */
    public int candidates() {
        return candidates;
    }

    /**
     * Judges them, anew each time; nothing is kept.
     *
     * @return what came of each, in the order of the universe, of rank 0, for nobody has compared them with others
     * @throws PackException if a rule asks for more than any policy needs
     */
    public List<Assessment> evaluate() {
        return hearing.get();
    }
}
