package dev.winnow.analysis.weights;

import dev.winnow.analysis.internal.lists.NumberSort;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.score.ThresholdPosition;
import dev.winnow.engine.internal.score.Weighing.Part;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the candidates of one city and day by many weightings. Numbers are stored in plain arrays, by criterion and
 * candidate; scores are rounded down to millionths, as published, and compared as whole numbers.
 */
final class RankSampling {

    private static final double MILLION = 1e6;
    /** The rounding error of doubles, in millionths. */
    private static final double SLACK = 1e-3;

    private static final int BITS = 27;
    private static final long HUNDRED = 100_000_000;

    private final List<WeighedCandidate> candidates;
    private final int count;
    private final boolean[] ofCity;
    private final double[][] low;
    private final double[][] high;
    private final double[][] known;
    private final long recommended;
    private final long declined;
    /** The alphabetical position of each candidate's id, which breaks ties. */
    private final int[] alphabet;

    private final double[] cityLow;
    private final double[] cityHigh;
    private final double[] projectLow;
    private final double[] projectHigh;
    private final double[] knownSum;
    /** The current weights. */
    private double[] present = new double[0];
    /** Whether the known shares are weighted by the current weights; only ties need them. */
    private boolean knownWeighed;
    /**
     * For each candidate, its verdict by the number of its {@link ThresholdPosition}, and the part of a sort key that
     * it contributes; computed once.
     */
    private final Verdict[][] verdicts;

    private final long[][] places;
    /** The best place of each candidate's verdict at any score. */
    private final int[] bestPlaces;
    /** The verdict of each candidate with the current weights. */
    private final Verdict[] current;

    private final long[] keys;
    private final long[] knownKeys;
    /** The candidates, best first with the current weights. */
    private final int[] order;

    private final long[] packed;

    RankSampling(List<WeighedCandidate> candidates, RulePack pack) {
        this.candidates = candidates;
        this.count = candidates.size();
        List<Part> parts = candidates.get(0).parts();
        this.ofCity = new boolean[parts.size()];
        for (int i = 0; i < ofCity.length; i++) {
            ofCity[i] = parts.get(i).criterion().side() == Side.CITY;
        }
        this.low = table(Part::low);
        this.high = table(Part::high);
        this.known = table(Part::known);
        this.recommended = pack.recommendFrom().movePointRight(Fraction.PLACES).longValueExact();
        this.declined = pack.declineBelow().movePointRight(Fraction.PLACES).longValueExact();
        Map<String, Integer> ids = new HashMap<>();
        candidates.stream().map(WeighedCandidate::project).sorted().forEach(id -> ids.putIfAbsent(id, ids.size()));
        this.alphabet = candidates.stream()
                .mapToInt(one -> Objects.requireNonNull(ids.get(one.project())))
                .toArray();
        this.cityLow = new double[count];
        this.cityHigh = new double[count];
        this.projectLow = new double[count];
        this.projectHigh = new double[count];
        this.knownSum = new double[count];
        this.verdicts = new Verdict[count][];
        this.places = new long[count][];
        this.bestPlaces = new int[count];
        for (int i = 0; i < count; i++) {
            WeighedCandidate one = candidates.get(i);
            verdicts[i] = new Verdict[ThresholdPosition.COUNT];
            places[i] = new long[ThresholdPosition.COUNT];
            bestPlaces[i] = Integer.MAX_VALUE;
            for (int j = 0; j < ThresholdPosition.COUNT; j++) {
                ThresholdPosition reach = ThresholdPosition.of(j);
                verdicts[i][j] = one.verdict(reach);
                int place = one.place(reach);
                places[i][j] = (long) place << (2 * BITS);
                bestPlaces[i] = Math.min(bestPlaces[i], place);
            }
        }
        this.current = new Verdict[count];
        this.keys = new long[count];
        this.knownKeys = new long[count];
        this.order = IntStream.range(0, count).toArray();
        this.packed = new long[count];
    }

    private double[][] table(Function<Part, Fraction> value) {
        double[][] table = new double[ofCity.length][count];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < count; j++) {
                table[i][j] = value.apply(candidates.get(j).parts().get(i)).toDouble();
            }
            if (Arrays.stream(table[i]).allMatch(one -> one == 0)) {
                table[i] = new double[0]; // a criterion without points for any candidate adds nothing
            }
        }
        return table;
    }

    /**
     * The results of each candidate, in the order of their ranks.
     *
     * @param estimates cached estimates, by number of occurrences; filled on demand
     */
    List<Acceptability> sample(double[][] weightings, @Nullable Estimate[] estimates) {
        if (count == 1) {
            return List.of(alone(weightings, estimates));
        }
        int[] first = new int[count];
        int[] ranked = new int[count];
        int[] same = new int[count];
        int[] best = new int[count];
        int[] worst = new int[count];
        Verdict[] today =
                candidates.stream().map(one -> one.assessment().verdict()).toArray(Verdict[]::new);
        Arrays.fill(best, count);
        for (double[] weights : weightings) {
            rank(weights);
            int rank = 1;
            for (int place = 0; place < count; place++) {
                int candidate = order[place];
                rank = place > 0 && isEqual(order[place - 1], candidate) ? rank : place + 1;
                first[candidate] += rank == 1 ? 1 : 0;
                ranked[candidate] +=
                        rank == candidates.get(candidate).assessment().rank() ? 1 : 0;
                best[candidate] = Math.min(best[candidate], rank);
                worst[candidate] = Math.max(worst[candidate], rank);
            }
            for (int j = 0; j < count; j++) {
                same[j] += current[j] == today[j] ? 1 : 0;
            }
        }
        List<Acceptability> fared = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fared.add(new Acceptability(
                    estimate(first[i], estimates),
                    estimate(ranked[i], estimates),
                    estimate(same[i], estimates),
                    best[i],
                    worst[i]));
        }
        return fared;
    }

    /** The results of a candidate without rivals: its rank is known, and often its verdict. */
    private Acceptability alone(double[][] weightings, @Nullable Estimate[] estimates) {
        Assessment one = candidates.get(0).assessment();
        int all = weightings.length;
        int same = all;
        if (mayTurn(one.verdict())) {
            same = 0;
            for (double[] weights : weightings) {
                present = weights;
                weigh(0);
                same += current[0] == one.verdict() ? 1 : 0;
            }
        }
        return new Acceptability(
                estimate(all, estimates),
                estimate(one.rank() == 1 ? all : 0, estimates),
                estimate(same, estimates),
                1,
                1);
    }

    /** Whether any weights bring the only candidate another verdict, by the range of its criteria. */
    private boolean mayTurn(Verdict today) {
        long[] lows = range(low);
        long[] highs = range(high);
        for (int least = zone(lows[0]); least <= zone(lows[1]); least++) {
            for (int most = Math.max(least, zone(highs[0])); most <= zone(highs[1]); most++) {
                if (verdicts[0][ThresholdPosition.number(least, most, declined < recommended)] != today) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The lowest and the highest possible minimum of both sides, in millionths and widened for rounding. */
    private long[] range(double[][] values) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] most = new double[2];
        for (int i = 0; i < values.length; i++) {
            double value = values[i].length == 0 ? 0 : values[i][0];
            int side = ofCity[i] ? 0 : 1;
            least[side] = Math.min(least[side], value);
            most[side] = Math.max(most[side], value);
        }
        double smallest =
                Math.min(Math.min(least[0], most[0]), Math.min(least[1], most[1])); // a side may lack criteria
        return new long[] {millionths(smallest) - 1, millionths(Math.min(most[0], most[1])) + 1};
    }

    /** How often the candidate that ranks first by the pack's weights ranks first. */
    Estimate leads(double[][] weightings) {
        int times = 0;
        for (double[] weights : weightings) {
            times += leads(weights) ? 1 : 0;
        }
        return Estimate.of(times, weightings.length);
    }

    /**
     * Whether the first candidate stays first with some weights. Rivals that cannot reach a verdict as good are
     * skipped.
     */
    private boolean leads(double[] weights) {
        present = weights;
        knownWeighed = false;
        weigh(0);
        for (int i = 1; i < count; i++) {
            if (bestPlaces[i] <= keys[0] >>> (2 * BITS)) {
                weigh(i);
                if (compare(i, 0) < 0 && !isEqual(i, 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Weighs one candidate by the current weights, as {@link #rank} does for all. */
    private void weigh(int candidate) {
        cityLow[candidate] = 0;
        cityHigh[candidate] = 0;
        projectLow[candidate] = 0;
        projectHigh[candidate] = 0;
        for (int i = 0; i < present.length; i++) {
            if (low[i].length > 0) {
                (ofCity[i] ? cityLow : projectLow)[candidate] += present[i] * low[i][candidate];
            }
            if (high[i].length > 0) {
                (ofCity[i] ? cityHigh : projectHigh)[candidate] += present[i] * high[i][candidate];
            }
        }
        score(candidate);
    }

    private static Estimate estimate(int times, @Nullable Estimate[] estimates) {
        Estimate known = estimates[times];
        if (known == null) { // two threads may create equal estimates
            known = Estimate.of(times, estimates.length - 1);
            estimates[times] = known;
        }
        return known;
    }

    /** Orders the candidates by some weights. */
    private void rank(double[] weights) {
        Arrays.fill(cityLow, 0);
        Arrays.fill(cityHigh, 0);
        Arrays.fill(projectLow, 0);
        Arrays.fill(projectHigh, 0);
        present = weights;
        knownWeighed = false;
        for (int i = 0; i < weights.length; i++) {
            add(low[i], weights[i], ofCity[i] ? cityLow : projectLow);
            add(high[i], weights[i], ofCity[i] ? cityHigh : projectHigh);
        }
        for (int i = 0; i < count; i++) {
            score(i);
        }
        sort();
    }

    /** Computes verdict and sort key of a candidate from its weighted sums. */
    private void score(int candidate) {
        long city = millionths(cityLow[candidate]);
        long project = millionths(projectLow[candidate]);
        boolean cityBinds = city < project;
        long least = cityBinds ? city : project;
        long most =
                millionths(cityHigh[candidate] < projectHigh[candidate] ? cityHigh[candidate] : projectHigh[candidate]);
        int where = ThresholdPosition.number(zone(least), zone(most), declined < recommended);
        current[candidate] = verdicts[candidate][where];
        keys[candidate] =
                places[candidate][where] | ((HUNDRED - least) << BITS) | (HUNDRED - (cityBinds ? project : city));
    }

    private void weighKnown() {
        Arrays.fill(knownSum, 0);
        for (int i = 0; i < present.length; i++) {
            add(known[i], present[i] / 2, knownSum);
        }
        for (int i = 0; i < count; i++) {
            knownKeys[i] = -millionths(knownSum[i]);
        }
        knownWeighed = true;
    }

    private int zone(long score) {
        return score < declined ? -1 : score >= recommended ? 1 : 0;
    }

    private static void add(double[] values, double weight, double[] to) {
        for (int i = 0; i < values.length; i++) {
            to[i] += weight * values[i];
        }
    }

    /**
     * @param number not negative, so that a cast rounds it down; in short runs this is many times faster than {@code
     *     floor}
     */
    private static long millionths(double number) {
        return (long) (number * MILLION + SLACK);
    }

    /**
     * Sorts by verdict and score, packed with the candidate into one number; then orders ties by the remaining keys.
     */
    private void sort() {
        for (int i = 0; i < count; i++) {
            packed[i] = keys[i] >>> BITS << Integer.SIZE | i;
        }
        Arrays.sort(packed);
        int from = 0;
        for (int place = 0; place < count; place++) {
            order[place] = (int) packed[place];
            if (place + 1 == count || packed[place] >>> Integer.SIZE != packed[place + 1] >>> Integer.SIZE) {
                if (from < place) {
                    int[] equals = Arrays.copyOfRange(order, from, place + 1);
                    NumberSort.sort(equals, this::compare);
                    System.arraycopy(equals, 0, order, from, equals.length);
                }
                from = place + 1;
            }
        }
    }

    /** Whether two candidates share a rank: for equal verdicts and scores, the known shares decide. */
    private boolean isEqual(int one, int other) {
        if (keys[one] != keys[other]) {
            return false;
        }
        if (!knownWeighed) {
            weighKnown();
        }
        return knownKeys[one] == knownKeys[other];
    }

    private int compare(int one, int other) {
        if (keys[one] != keys[other]) {
            return keys[one] < keys[other] ? -1 : 1;
        }
        if (!knownWeighed) {
            weighKnown();
        }
        return knownKeys[one] != knownKeys[other]
                ? Long.compare(knownKeys[one], knownKeys[other])
                : Integer.compare(alphabet[one], alphabet[other]);
    }
}
