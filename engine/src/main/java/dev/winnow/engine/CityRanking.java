package dev.winnow.engine;

import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.model.result.Assessment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks the assessments of a city and day once all are added. Rank keys are extracted as each assessment is added,
 * while it is still in the processor's cache. Not thread-safe.
 */
final class CityRanking {

    private static final int FIRST = 64;

    private final List<Assessment> assessments = new ArrayList<>();
    /** Scores of the {@link RankKey} of each assessment. */
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

    /** The assessments with their ranks, best first. Ties share a rank and are ordered by project id. */
    List<Assessment> ranked() {
        int[] places = sorted();
        int[] order = new int[places.length];
        int[] ranks = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            order[places[i]] = i;
            ranks[i] = i > 0 && isEqual(places[i - 1], places[i]) ? ranks[i - 1] : i + 1;
        }
        Assessment[] ranked = new Assessment[places.length];
        for (int place = 0; place < places.length; place++) { // visits the assessments in memory order
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
     * Indexes of the assessments, best first. Sorts {@code long} keys, which is several times as fast as sorting
     * objects: a key contains the upper bits of the scores and the index. Ties are sorted by the remaining bits.
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

    /** Sorts the keys and writes the indexes in their lower bits to {@code into}, largest key first. */
    private static void place(long[] keys, int forPlaces, int[] into, int from) {
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            into[from + i] = (int) (keys[keys.length - 1 - i] & (1L << forPlaces) - 1);
        }
    }

    /**
     * Sorts a tied range by the lower bits of the scores and the known share, which leave 25 bits for an index; then by
     * project id.
     */
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
