package dev.winnow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
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
public final class Sitting {

    /**
     * Candidates of one city and day that are heard at once.
     *
     * @param candidates how many they are
     * @param hearing hears them
     * @param last whether they are the last of their city and day, which then can be ranked
     */
    record Batch(int candidates, Supplier<List<Hearing>> hearing, boolean last) {}

    private final int all;
    private final Deque<Supplier<List<Batch>>> days;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Function<List<Hearing>, List<Hearing>> ranking;
    private final List<Hearing> ofCity = new ArrayList<>();
    private final List<Hearing> hearings = new ArrayList<>();
    private int heard;

    /**
     * A screening of which nothing is heard yet.
     *
     * @param all how many candidates there are
     * @param days the batches of each day, made when its turn comes
     * @param ranking ranks the candidates of a city and day
     */
    Sitting(int all, Collection<Supplier<List<Batch>>> days, Function<List<Hearing>, List<Hearing>> ranking) {
        this.all = all;
        this.days = new ArrayDeque<>(days);
        this.ranking = ranking;
    }

    /** How many candidates there are: projects times cities. */
    public int all() {
        return all;
    }

    /** How many were heard. */
    public int heard() {
        return heard;
    }

    /**
     * Hears the next batch.
     *
     * @return false if there was none
     */
    public boolean hearMore() {
        while (batches.isEmpty()) {
            if (days.isEmpty()) {
                return false;
            }
            batches.addAll(days.remove().get());
        }
        Batch batch = batches.remove();
        ofCity.addAll(batch.hearing().get());
        heard += batch.candidates();
        if (batch.last()) {
            hearings.addAll(ranking.apply(ofCity));
            ofCity.clear();
        }
        return true;
    }

    /** Hears what is left, and gives all hearings, by day, city and rank. */
    public List<Hearing> hearings() {
        boolean more = true;
        while (more) {
            more = hearMore();
        }
        return List.copyOf(hearings);
    }
}
