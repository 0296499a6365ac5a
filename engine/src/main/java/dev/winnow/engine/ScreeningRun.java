package dev.winnow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * A screening in progress: its holder evaluates the candidates batch by batch and can show progress.
 *
 * <pre>{@code
 * ScreeningRun run = screener.run(universe, Moment.ofUniverse());
 * while (run.evaluateNext()) {
 *     show(run.evaluated(), run.all());
 * }
 * Screening screening = Screener.collect(pack, universe, run.evaluations());
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class ScreeningRun {

    /**
     * Candidates that are evaluated together.
     *
     * @param candidates the number of candidates
     * @param evaluation evaluates them
     */
    record Batch(int candidates, Runnable evaluation) {}

    /**
     * Candidates that are judged as of one day.
     *
     * @param batches the candidates of the day
     * @param closing gives their evaluations once all batches are done
     */
    record Day(List<Batch> batches, Supplier<List<Evaluation>> closing) {}

    private final int all;
    private final Deque<Supplier<Day>> days;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private Supplier<List<Evaluation>> closing = List::of;
    private int evaluated;

    /**
     * A screening in which no candidate is evaluated yet.
     *
     * @param all the number of candidates
     * @param days the days, each made when it is reached
     */
    ScreeningRun(int all, Collection<Supplier<Day>> days) {
        this.all = all;
        this.days = new ArrayDeque<>(days);
    }

    /** {@return the number of candidates: projects times cities} */
    public int all() {
        return all;
    }

    /** {@return the number of candidates evaluated so far} */
    public int evaluated() {
        return evaluated;
    }

    /**
     * Evaluates the next batch.
     *
     * @return false if there was none
     */
    public boolean evaluateNext() {
        while (batches.isEmpty()) {
            evaluations.addAll(closing.get());
            closing = List::of;
            if (days.isEmpty()) {
                return false;
            }
            Day day = days.remove().get();
            batches.addAll(day.batches());
            closing = day.closing();
        }
        Batch batch = batches.remove();
        batch.evaluation().run();
        evaluated += batch.candidates();
        return true;
    }

    /**
     * Evaluates the remaining batches and returns all evaluations, by day, city and rank.
     *
     * @return the evaluation of every candidate
     */
    public List<Evaluation> evaluations() {
        boolean more = true;
        while (more) {
            more = evaluateNext();
        }
        return List.copyOf(evaluations);
    }
}
