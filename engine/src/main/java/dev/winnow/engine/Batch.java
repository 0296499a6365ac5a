package dev.winnow.engine;

import dev.winnow.language.pack.PackException;
import dev.winnow.model.result.Assessment;
import java.util.List;
import java.util.function.Supplier;

/** A group of candidates for one city that is evaluated on its own. Thread-safe. */
public final class Batch {

    private final int candidates;
    private final Supplier<List<Assessment>> evaluation;

    Batch(int candidates, Supplier<List<Assessment>> evaluation) {
        this.candidates = candidates;
        this.evaluation = evaluation;
    }

    /** {@return the number of candidates} */
    public int candidates() {
        return candidates;
    }

    /**
     * Evaluates the candidates. Nothing is kept, so each call evaluates them again.
     *
     * @return an assessment per candidate, in the order of the universe; the rank is 0, as they are not compared with
     *     others
     * @throws PackException if a rule exceeds the budget of an evaluation
     */
    public List<Assessment> evaluate() {
        return evaluation.get();
    }
}
