package dev.winnow.analysis.weights;

import dev.winnow.model.result.Assessment;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rankings of a screening, by city and day, each computed when it is first read. Of long lists only those last read are
 * kept, since what is said of a candidate takes some kilobyte; whoever goes from city to city computes each once. Thread-safe.
 */
final class Rankings extends AbstractList<Ranking> implements RandomAccess {

    /** With more candidates, rankings are not kept. */
    private static final int MANY = 10_000;

    /** So many are: that of the city that is being written, and of the next, where two threads write. */
    private static final int LAST = 3;

    private final Function<List<Assessment>, Ranking> ranking;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<List<Assessment>> candidates;
    private final Map<Integer, Computed> ready;
    private final boolean allKept;

    /** A ranking that is computed when it is first asked for. */
    private final class Computed {
        private final int place;
        private @Nullable Ranking made;

        Computed(int place) {
            this.place = place;
        }

        synchronized Ranking get() {
            Ranking known = made;
            if (known == null) {
                known = ranking.apply(candidates.get(place));
                made = known;
            }
            return known;
        }
    }

    /**
     * @param assessments all that was screened
     * @param ranking computes the ranking of a city and day
     */
    static Rankings of(List<Assessment> assessments, Function<List<Assessment>, Ranking> ranking) {
        return new Rankings(assessments, assessments.size() > MANY ? LAST : Integer.MAX_VALUE, ranking);
    }

    /** @param most so many are kept, those last read */
    Rankings(List<Assessment> assessments, int most, Function<List<Assessment>, Ranking> ranking) {
        this.ranking = ranking;
        TreeMap<String, List<Assessment>> byDay = new TreeMap<>();
        for (Assessment assessment : assessments) {
            byDay.computeIfAbsent(key(assessment), unused -> new ArrayList<>()).add(assessment);
        }
        byDay.keySet().forEach(key -> places.put(key, places.size()));
        this.candidates = List.copyOf(byDay.values());
        this.allKept = candidates.size() <= most;
        this.ready = new LinkedHashMap<>(candidates.size(), 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Computed> eldest) {
                return size() > most;
            }
        };
    }

    private static String key(Assessment assessment) {
        return assessment.city() + " " + assessment.asOf();
    }

    /** The ranking that an assessment belongs to; null if there is none. */
    @Nullable
    Ranking of(Assessment assessment) {
        Integer place = places.get(key(assessment));
        return place == null ? null : get(place);
    }

    /** Computes of all how sure their first places are, if all are kept. */
    void computeAhead() {
        for (int i = 0; i < candidates.size() && allKept; i++) {
            get(i).leader();
        }
    }

    @Override
    public Ranking get(int index) {
        Computed computed;
        synchronized (ready) {
            computed = ready.computeIfAbsent(index, Computed::new);
        }
        return computed.get(); // others may be read meanwhile
    }

    @Override
    public int size() {
        return candidates.size();
    }
}
