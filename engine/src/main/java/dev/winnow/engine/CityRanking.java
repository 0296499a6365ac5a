package dev.winnow.engine;

import dev.winnow.engine.score.RankKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The evaluations of a city and day, which are ranked once all are there. What ranks them is read when each was just made: later
 * it would have to be fetched from all over the memory. Not thread-safe.
 */
final class CityRanking {

    private static final int FIRST = 64;

    private final List<Evaluation> evaluations = new ArrayList<>();
    /** By evaluation, its {@link RankKey}. */
    private long[] scores = new long[FIRST];

    private long[] known = new long[FIRST];

    void add(Evaluation evaluation) {
        int place = evaluations.size();
        if (place == scores.length) {
            scores = Arrays.copyOf(scores, 2 * place);
            known = Arrays.copyOf(known, 2 * place);
        }
        RankKey key = RankKey.of(evaluation.assessment());
        scores[place] = key.scores();
        known[place] = key.known();
        evaluations.add(evaluation);
    }

    /** The evaluations by rank, each with it. */
    List<Evaluation> ranked() {
        int[] places = sorted();
        int[] ranks = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            ranks[places[i]] = i;
        }
        Evaluation[] ranked = new Evaluation[places.length];
        for (int place = 0; place < places.length; place++) { // in the order in which they lie in memory
            ranked[ranks[place]] = evaluations.get(place).ranked(ranks[place] + 1);
        }
        return Arrays.asList(ranked);
    }

    /**
     * The places of the evaluations, the best first. Whole numbers are sorted, which is several times as fast as sorting
     * objects: the upper bits of the scores that fit beside a place; then those that these leave equal.
     */
    private int[] sorted() {
        int many = evaluations.size();
        int forPlaces = Integer.SIZE - Integer.numberOfLeadingZeros(many);
        int dropped = Math.max(0, RankKey.BITS + forPlaces - (Long.SIZE - 1));
        long[] keys = new long[many];
        for (int i = 0; i < many; i++) {
            keys[i] = scores[i] >>> dropped << forPlaces | i;
        }
        Arrays.sort(keys);
        int[] places = new int[many];
        int from = 0;
        for (int i = 0; i < many; i++) {
            places[i] = (int) (keys[many - 1 - i] & (1L << forPlaces) - 1);
            if (scores[places[i]] >>> dropped != scores[places[from]] >>> dropped) {
                sort(places, from, i);
                from = i;
            }
        }
        sort(places, from, many);
        return places;
    }

    private void sort(int[] places, int from, int to) {
        if (to - from < 2) {
            return;
        }
        List<Integer> some = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            some.add(places[i]);
        }
        Collections.sort(some, comparator());
        for (int i = from; i < to; i++) {
            places[i] = some.get(i - from);
        }
    }

    /** The best first; of equals, by the project's id. */
    private Comparator<Integer> comparator() {
        return (one, other) -> {
            int order = RankKey.compare(scores[one], known[one], scores[other], known[other]);
            return order == 0 ? project(one).compareTo(project(other)) : order;
        };
    }

    private String project(int place) {
        return evaluations.get(place).assessment().project();
    }
}
