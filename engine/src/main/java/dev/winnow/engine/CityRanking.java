package dev.winnow.engine;

import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.model.result.Assessment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The assessments of a city and day, which are ranked once all are there. What ranks them is read when each was just made: later
 * it would have to be fetched from all over the memory. Not thread-safe.
 */
final class CityRanking {

    private static final int FIRST = 64;

    private final List<Assessment> assessments = new ArrayList<>();
    /** By assessment, its {@link RankKey}. */
    private long[] scores = new long[FIRST];

    private long[] known = new long[FIRST];

    void add(Assessment assessment) {
        int place = assessments.size();
        if (place == scores.length) {
            scores = Arrays.copyOf(scores, 2 * place);
            known = Arrays.copyOf(known, 2 * place);
        }
        RankKey key = RankKey.of(assessment);
        scores[place] = key.scores();
        known[place] = key.known();
        assessments.add(assessment);
    }

    /** The assessments by rank, each with it; equals share one, and stand by the project's id. */
    List<Assessment> ranked() {
        int[] places = sorted();
        int[] order = new int[places.length];
        int[] ranks = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            order[places[i]] = i;
            ranks[i] = i > 0 && isEqual(places[i - 1], places[i]) ? ranks[i - 1] : i + 1;
        }
        Assessment[] ranked = new Assessment[places.length];
        for (int place = 0; place < places.length; place++) { // in the order in which they lie in memory
            int i = order[place];
            boolean tied = ranks[i] <= i || (i + 1 < ranks.length && ranks[i + 1] == ranks[i]);
            ranked[i] = assessments.get(place).ranked(ranks[i], tied);
        }
        return Arrays.asList(ranked);
    }

    private boolean isEqual(int one, int other) {
        return scores[one] == scores[other] && known[one] == known[other];
    }

    /**
     * The places of the assessments, the best first. Whole numbers are sorted, which is several times as fast as sorting
     * objects: the upper bits of the scores that fit beside a place; then, of those that these leave equal, what remains.
     */
    private int[] sorted() {
        int many = assessments.size();
        int forPlaces = Integer.SIZE - Integer.numberOfLeadingZeros(many);
        int dropped = Math.max(0, RankKey.BITS + forPlaces - (Long.SIZE - 1));
        long[] keys = new long[many];
        for (int i = 0; i < many; i++) {
            keys[i] = scores[i] >>> dropped << forPlaces | i;
        }
        int[] places = new int[many];
        place(keys, forPlaces, places, 0);
        int from = 0;
        for (int i = 1; i <= many; i++) {
            if (i == many || scores[places[i]] >>> dropped != scores[places[from]] >>> dropped) {
                sortByRest(places, from, i, dropped, forPlaces);
                from = i;
            }
        }
        return places;
    }

    /** Sorts keys and enters the places in their lower bits, that of the largest key first. */
    private static void place(long[] keys, int forPlaces, int[] into, int from) {
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            into[from + i] = (int) (keys[keys.length - 1 - i] & (1L << forPlaces) - 1);
        }
    }

    /** By the lower bits of the scores and how much is known, which fit beside 25 bits of a place; then by the project's id. */
    private void sortByRest(int[] places, int from, int to, int dropped, int forPlaces) {
        if (to - from < 2) {
            return;
        }
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            int place = places[from + i];
            long rest = scores[place] & (1L << dropped) - 1;
            keys[i] = (rest << RankKey.KNOWN | known[place]) << forPlaces | place;
        }
        place(keys, forPlaces, places, from);
        int equal = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || scores[places[i]] != scores[places[equal]] || known[places[i]] != known[places[equal]]) {
                sortById(places, equal, i);
                equal = i;
            }
        }
    }

    private void sortById(int[] places, int from, int to) {
        if (to - from < 2) {
            return;
        }
        List<Integer> some = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            some.add(places[i]);
        }
        some.sort(Comparator.comparing(this::project));
        for (int i = from; i < to; i++) {
            places[i] = some.get(i - from);
        }
    }

    private String project(int place) {
        return assessments.get(place).project();
    }
}
