package dev.winnow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * A screening under way: whoever holds it has the candidates heard a batch at a time, and sees how far it has come.
 *
 * <pre>{@code
 * Sitting sitting = screener.sit(universe, Moment.ofUniverse());
 * while (sitting.hearMore()) {
 *     show(sitting.heard(), sitting.all());
 * }
 * Screening screening = Screener.gather(pack, universe, sitting.hearings());
 * }</pre>
 *
 * <p>Not for several threads.
 */
public final class ScreeningRun {

    /**
     * Candidates that are heard at once.
     *
     * @param candidates how many they are
     * @param hearing hears them
     */
    record Batch(int candidates, Runnable hearing) {}

    /**
     * Candidates that are judged as of one day.
     *
     * @param batches all of them
     * @param closing what came of them, when all were heard
     */
    record Day(List<Batch> batches, Supplier<List<Evaluation>> closing) {}

    private final int all;
    private final Deque<Supplier<Day>> days;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final List<Evaluation> hearings = new ArrayList<>();
    private Supplier<List<Evaluation>> closing = List::of;
    private int heard;

    /**
     * A screening of which nothing is heard yet.
     *
     * @param all how many candidates there are
     * @param days each is made when its turn comes
     */
    ScreeningRun(int all, Collection<Supplier<Day>> days) {
        this.all = all;
        this.days = new ArrayDeque<>(days);
    }

    /** How many candidates there are: projects times cities. */
    public int all() {
        return all;
    }

    /** How many were heard. */
    public int evaluated() {
        return heard;
    }

    /**
     * Hears the next batch.
     *
     * @return false if there was none
     */
    public boolean hearMore() {
        while (batches.isEmpty()) {
            hearings.addAll(closing.get());
            closing = List::of;
            if (days.isEmpty()) {
                return false;
            }
            Day day = days.remove().get();
            batches.addAll(day.batches());
            closing = day.closing();
        }
        Batch batch = batches.remove();
        batch.hearing().run();
        heard += batch.candidates();
        return true;
    }

    /** Hears what is left, and gives all hearings, by day, city and rank. */
    public List<Evaluation> evaluations() {
        boolean more = true;
        while (more) {
            more = hearMore();
        }
        return List.copyOf(hearings);
    }
}
