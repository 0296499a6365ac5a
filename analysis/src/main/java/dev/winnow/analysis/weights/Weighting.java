package dev.winnow.analysis.weights;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.language.Criterion;
import dev.winnow.language.internal.pack.Importance;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes {@link Robustness}: moves one weight at a time, and samples all weights. */
final class Weighting {

    /** The default number of sampled weightings, unless there are many candidates. */
    private static final int SAMPLES = 10_000;

    private static final int FEWEST = 200;
    private static final int WORK = 20_000_000;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final RulePack pack;
    private final Function<List<Assessment>, Stream<Weighing>> weighings;
    private final List<Criterion> criteria;
    private final double @Nullable [][] weightings;
    /** For each criterion, the interval of a result that no weight changes. */
    private final List<WeightInterval> always = new ArrayList<>();
    /** Cached estimates of shares, by number of occurrences. */
    private final @Nullable Estimate[] estimates;

    private final long seed;

    private Weighting(RulePack pack, Function<List<Assessment>, Stream<Weighing>> weighings, long seed, int samples) {
        this.pack = pack;
        this.weighings = weighings;
        this.criteria = pack.criteria();
        this.seed = seed;
        this.weightings = WeightSampling.draw(pack, samples, seed);
        this.estimates = new Estimate[samples + 1];
        for (int i = 0; i < criteria.size(); i++) {
            always.add(interval(i, new StableRange(), part -> ""));
        }
    }

    /** The default number of sampled weightings for a number of candidates. */
    static int enough(long candidates) {
        return (int) Math.max(FEWEST, Math.min(SAMPLES, WORK / Math.max(1, candidates)));
    }

    static Robustness of(
            RulePack pack,
            List<Assessment> assessments,
            Function<List<Assessment>, Stream<Weighing>> weighings,
            long seed,
            int samples) {
        Weighting weighting = new Weighting(pack, weighings, seed, samples);
        return new Robustness(assessments, weighting::ranking);
    }

    private Ranking ranking(List<Assessment> assessments) {
        List<WeighedCandidate> ranked = new ArrayList<>(assessments.size());
        Iterator<Weighing> scores = weighings.apply(assessments).iterator();
        for (Assessment assessment : assessments) {
            ranked.add(new WeighedCandidate(pack, assessment, scores.next()));
        }
        ranked.sort(Comparator.<WeighedCandidate>comparingInt(
                        one -> one.assessment().rank())
                .thenComparing(WeighedCandidate::project));
        List<WeightInterval> first = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            int moving = i;
            first.add(
                    ranked.size() == 1
                            ? always.get(i)
                            : first(
                                    i,
                                    ranked.stream()
                                            .map(one -> one.sweep(moving))
                                            .toList()));
        }
        Assessment any = ranked.get(0).assessment();
        return new Ranking(
                any.city(),
                any.asOf(),
                weightings == null ? 0 : weightings.length,
                seed,
                ranked.stream().skip(1).allMatch(rival -> staysAhead(any, rival.assessment())),
                first,
                any.tied()
                        ? ranked.stream()
                                .map(WeighedCandidate::assessment)
                                .filter(one -> one.rank() == any.rank())
                                .map(Assessment::project)
                                .toList()
                        : List.of(),
                new Standings(ranked.size(), () -> standings(ranked), () -> leader(ranked)));
    }

    private List<CandidateRobustness> standings(List<WeighedCandidate> ranked) {
        List<CandidateRobustness.@Nullable Acceptability> fared = fared(ranked);
        List<CandidateRobustness> standings = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Assessment one = ranked.get(i).assessment();
            List<WeightInterval> verdicts = always;
            if (ranked.get(i).mayTurn()) {
                verdicts = new ArrayList<>();
                for (int j = 0; j < criteria.size(); j++) {
                    verdicts.add(verdict(j, ranked.get(i).sweep(j)));
                }
            }
            standings.add(new CandidateRobustness(
                    one.project(), one.rank(), one.verdict(), one.possible(), verdicts, fared.get(i)));
        }
        return standings;
    }

    /** Whether one candidate ranks before another for all values of their unknown facts. */
    private static boolean staysAhead(Assessment first, Assessment rival) {
        int order = Collections.max(first.possible()).compareTo(Collections.min(rival.possible()));
        return order < 0
                || (order == 0 && first.score().low().compareTo(rival.score().high()) > 0);
    }

    private List<CandidateRobustness.@Nullable Acceptability> fared(List<WeighedCandidate> ranked) {
        double[][] drawn = weightings;
        if (drawn == null) {
            List<CandidateRobustness.@Nullable Acceptability> none = new ArrayList<>();
            ranked.forEach(unused -> none.add(null));
            return none;
        }
        return new ArrayList<>(new RankSampling(ranked, pack).sample(drawn, estimates));
    }

    private Ranking.Leader leader(List<WeighedCandidate> ranked) {
        double[][] drawn = weightings;
        return new Ranking.Leader(
                ranked.get(0).project(), drawn == null ? null : new RankSampling(ranked, pack).leads(drawn));
    }

    private WeightInterval verdict(int moving, WeightSweep sweep) {
        TreeSet<Fraction> turns = new TreeSet<>();
        StableRange range = new StableRange();
        sweep.turns(Fraction.ZERO, Fraction.ONE, turns);
        if (turns.isEmpty()) {
            return always.get(moving);
        }
        Function<Fraction, String> outcome = part -> sweep.verdict(part).name();
        range.narrow(today(moving), turns, outcome);
        return interval(moving, range, outcome);
    }

    /**
     * The range of weights in which the first candidate stays ahead of every rival. Against each rival, the result is
     * the better of the two.
     */
    private WeightInterval first(int moving, List<WeightSweep> sweeps) {
        WeightSweep first = sweeps.get(0);
        StableRange range = new StableRange();
        List<WeightSweep> contenders = new ArrayList<>();
        contenders.add(first);
        for (WeightSweep rival : sweeps.subList(1, sweeps.size())) {
            if (first.staysAhead(rival)) {
                continue;
            }
            contenders.add(rival);
            TreeSet<Fraction> turns = new TreeSet<>();
            first.turns(rival, range.from(), range.to(), turns);
            if (!turns.isEmpty()) {
                range.narrow(today(moving), turns, part -> better(first, rival, part));
            }
        }
        return contenders.size() == 1 ? always.get(moving) : interval(moving, range, part -> best(contenders, part));
    }

    /** The first project at a share: that of the first sweep unless another is better. */
    private static String best(List<WeightSweep> sweeps, Fraction part) {
        WeightSweep best = sweeps.get(0);
        WeightSweep.Point at = best.at(part);
        for (WeightSweep rival : sweeps.subList(1, sweeps.size())) {
            WeightSweep.Point there = rival.at(part);
            if (there.compareTo(at) < 0) {
                best = rival;
                at = there;
            }
        }
        return best.candidate().project();
    }

    private static String better(WeightSweep one, WeightSweep other, Fraction part) {
        return (one.at(part).compareTo(other.at(part)) <= 0 ? one : other)
                .candidate()
                .project();
    }

    /** A criterion's share of its side by the pack's weights. */
    private Fraction today(int moving) {
        return part(moving, criteria.get(moving).weight());
    }

    private Fraction part(int moving, BigDecimal weight) {
        Fraction own = Fraction.of(weight);
        return own.over(own.plus(rest(moving)));
    }

    /** The total weight of the other criteria of its side. */
    private Fraction rest(int moving) {
        Fraction rest = Fraction.ZERO;
        for (int i = 0; i < criteria.size(); i++) {
            if (i != moving && criteria.get(i).side() == criteria.get(moving).side()) {
                rest = rest.plus(Fraction.of(criteria.get(i).weight()));
            }
        }
        return rest;
    }

    private WeightInterval interval(int moving, StableRange range, Function<Fraction, String> outcome) {
        Criterion criterion = criteria.get(moving);
        BigDecimal today = criterion.weight();
        BigDecimal smallest = WeightInterval.LEAST.min(today);
        StableRange.End lower = range.lower();
        StableRange.End upper = range.upper();
        String below = lower == null ? null : lower.outcome();
        if (lower == null) {
            // At tiny weights, scores may differ by less than is published, and count as equal.
            String there = outcome.apply(part(moving, smallest));
            below = there.equals(outcome.apply(today(moving))) ? null : there;
        }
        return new WeightInterval(
                criterion.id(),
                today,
                below == null ? smallest : inner(moving, lower == null ? Fraction.ZERO : lower.part(), true, outcome),
                upper == null || upper.part().equals(Fraction.ONE) ? null : inner(moving, upper.part(), false, outcome),
                below,
                upper == null || upper.part().equals(Fraction.ONE) ? null : upper.outcome(),
                least(criterion),
                most(criterion));
    }

    /**
     * An end as a weight, moved inwards to the first number of six decimals with the same result; today's weight if
     * there is none.
     */
    private BigDecimal inner(int moving, Fraction part, boolean lower, Function<Fraction, String> outcome) {
        BigDecimal today = criteria.get(moving).weight();
        String same = outcome.apply(today(moving));
        Predicate<BigDecimal> does = weight ->
                weight.signum() > 0 && outcome.apply(part(moving, weight)).equals(same);
        Fraction exact = part.times(rest(moving)).over(Fraction.ONE.minus(part));
        BigDecimal end = lower ? exact.roundedUp() : exact.rounded();
        BigDecimal inwards = BigDecimal.valueOf(lower ? 1 : -1, Fraction.PLACES);
        BigDecimal step = inwards;
        BigDecimal outside = end;
        while (!does.test(end)) {
            outside = end;
            end = end.add(step);
            step = step.multiply(BigDecimal.TEN);
            if (lower ? end.compareTo(today) >= 0 : end.compareTo(today) <= 0) {
                return today;
            }
        }
        while (end.subtract(outside).abs().compareTo(inwards.abs()) > 0) {
            BigDecimal middle = outside.add(end).divide(TWO).setScale(Fraction.PLACES, RoundingMode.DOWN);
            if (does.test(middle)) {
                end = middle;
            } else {
                outside = middle;
            }
        }
        return end;
    }

    private BigDecimal least(Criterion criterion) {
        return pack.order().stream()
                .filter(line -> line.more().equals(criterion.id()))
                .map(line -> weight(line.less()))
                .reduce(WeightInterval.LEAST.min(criterion.weight()), BigDecimal::max);
    }

    private @Nullable BigDecimal most(Criterion criterion) {
        return pack.order().stream()
                .filter(line -> line.less().equals(criterion.id()))
                .map(Importance::more)
                .map(this::weight)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private BigDecimal weight(String criterion) {
        return criteria.stream()
                .filter(one -> one.id().equals(criterion))
                .map(Criterion::weight)
                .findFirst()
                .orElseThrow();
    }
}
