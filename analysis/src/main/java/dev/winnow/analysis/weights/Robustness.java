package dev.winnow.analysis.weights;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dependence of verdicts and rankings on the weights, which are a choice of the modeller. A side's score is linear in
 * its weights, so the ends of intervals are exact. A ranking is computed on first access, and cached. Thread-safe.
 */
public final class Robustness {

    /** The default seed. */
    public static final long SEED = 1;

    /** Maximum number of sampled weightings. */
    public static final int MOST_SAMPLES = 1_000_000;

    /**
     * Above this number of candidates, only the most recently read rankings are kept: each takes some kilobytes per
     * candidate.
     */
    private static final int MANY = 10_000;

    /** Number of rankings kept for many candidates: the one being written and the next, if two threads write. */
    private static final int LAST = 3;

    private final Function<List<Assessment>, Ranking> ranking;
    /** The number of each ranking, by city and day. */
    private final Map<String, Integer> places = new HashMap<>();

    private final List<List<Assessment>> candidates;
    private final Map<Integer, Computed> ready;
    private final boolean allKept;

    /** A ranking that is computed on first access. */
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

    /** @param ranking computes the ranking of a city and day */
    Robustness(List<Assessment> assessments, Function<List<Assessment>, Ranking> ranking) {
        this(assessments, assessments.size() > MANY ? LAST : Integer.MAX_VALUE, ranking);
    }

    /** @param most maximum number of rankings kept, the most recently read ones */
    Robustness(List<Assessment> assessments, int most, Function<List<Assessment>, Ranking> ranking) {
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

    /**
     * Computes how much a screening depends on the weights. Samples 10,000 weightings, fewer for more than 2,000
     * candidates, since the time grows with both numbers.
     *
     * @param session the session that judged the assessments
     * @param assessments all assessments of the screening, with ranks
     */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments) {
        return of(session, assessments, SEED);
    }

    /** Computes how much a screening depends on the weights, with another seed. */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments, long seed) {
        return of(session, assessments, seed, enough(assessments.size()));
    }

    /**
     * Computes how much a screening depends on the weights, with a given number of sampled weightings.
     *
     * @param samples from 1 to {@link #MOST_SAMPLES}
     */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments, long seed, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("unsupported number of weightings: " + samples);
        }
        return of(session.pack(), assessments, session::weighings, seed, samples);
    }

    /**
     * Computes how much assessments depend on the weights, from scores by criterion that may come from other processes.
     *
     * @param assessments all assessments of at least one city and day, with ranks
     * @param weighings returns the scores by criterion of the assessments of a city and day, in their order
     */
    @Internal
    public static Robustness of(
            RulePack pack,
            List<Assessment> assessments,
            Function<List<Assessment>, Stream<Weighing>> weighings,
            long seed,
            int samples) {
        return Weighting.of(pack, assessments, weighings, seed, samples);
    }

    /** {@return the default number of sampled weightings for a number of assessments} */
    @Internal
    public static int enough(long assessments) {
        return Weighting.enough(assessments);
    }

    /** {@return the rankings, by city and day, each computed when the stream reaches it} */
    @Internal
    public Stream<Ranking> rankings() {
        return IntStream.range(0, candidates.size()).mapToObj(this::ranking);
    }

    private Ranking ranking(int place) {
        Computed computed;
        synchronized (ready) {
            computed = ready.computeIfAbsent(place, Computed::new);
        }
        return computed.get(); // other rankings can be read meanwhile
    }

    /**
     * Computes now what a text on some assessments says: how often the first one ranks first, or else each of their
     * standings. Computes nothing if there are too many candidates to keep all rankings.
     */
    @Internal
    public void computeAhead(List<Assessment> asked) {
        Map<Integer, Boolean> first = new TreeMap<>();
        for (Assessment one : allKept ? asked : List.<Assessment>of()) {
            Integer place = places.get(key(one));
            if (place != null) {
                first.merge(place, one.rank() == 1, Boolean::logicalOr);
            }
        }
        first.forEach((place, leads) -> {
            if (leads) {
                ranking(place).leader();
            } else {
                ranking(place).first();
            }
        });
    }

    /** The ranking that contains an assessment; null if none does. */
    @Internal
    public @Nullable Ranking ranking(Assessment assessment) {
        Integer place = places.get(key(assessment));
        return place == null ? null : ranking(place);
    }

    /** How far an assessment depends on the weights; null if it was not screened. */
    @Internal
    public @Nullable CandidateRobustness standing(Assessment assessment) {
        Ranking ranking = ranking(assessment);
        if (ranking == null) {
            return null;
        }
        List<CandidateRobustness> standings = ranking.standings();
        int from = 0; // a binary search, because thousands of candidates may be tied
        int to = standings.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            CandidateRobustness one = standings.get(middle);
            int order = Integer.compare(one.rank(), assessment.rank());
            order = order == 0 ? one.project().compareTo(assessment.project()) : order;
            if (order == 0) {
                return one;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return null;
    }
}
