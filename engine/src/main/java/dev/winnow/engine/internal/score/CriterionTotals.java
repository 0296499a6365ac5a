package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.language.Criterion;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exact scores of one candidate: criteria, sides, share of known facts, and the contribution of each rule. */
public final class CriterionTotals {

    /**
     * A certain low and a possible high.
     *
     * @param low the lower bound
     * @param high the upper bound
     */
    public record Range(Fraction low, Fraction high) {}

    private static final BigDecimal NOTHING_KNOWN = Fraction.ZERO.rounded();

    private final ScoringPlan scale;
    private final List<RuleOutcome> outcomes;
    /** Weighted sums of a side's criteria, not yet divided by the sum of weights. */
    private final Sums city;

    private final Sums project;
    /** Sum of the stakes of undecided groups, in the pack's unit. */
    private final Fraction undecided;
    /** Computed on first use and cached, because it is read three times; two threads compute equal values. */
    private volatile @Nullable BigDecimal @Nullable [] contributions;

    /**
     * The sum of a side's criteria, multiplied by their weights as in pack.yaml. It is not divided by the sum of
     * weights: rounding works without that, and these weights have smaller terms.
     */
    private record Sums(Fraction low, Fraction high, Fraction weights) {

        private static final Sums NOTHING = new Sums(Fraction.ZERO, Fraction.ZERO, Fraction.ONE);

        Range range() {
            return new Range(low.over(weights), high.over(weights));
        }

        ScoreInterval score() {
            return new ScoreInterval(low.roundedOver(weights), high.roundedOver(weights));
        }

        /** Compares the lows of two sides, then their highs. */
        static int compare(Sums one, Sums other) {
            int order = one.low.times(other.weights).compareTo(other.low.times(one.weights));
            return order == 0 ? one.high.times(other.weights).compareTo(other.high.times(one.weights)) : order;
        }
    }

    CriterionTotals(ScoringPlan scale, List<RuleOutcome> outcomes) {
        this.scale = scale;
        this.outcomes = outcomes;
        Fraction.Sum low = new Fraction.Sum();
        Fraction.Sum high = new Fraction.Sum();
        Fraction.Sum ofLow = new Fraction.Sum();
        Fraction.Sum ofHigh = new Fraction.Sum();
        Fraction.Sum open = new Fraction.Sum();
        Sums ofCity = Sums.NOTHING;
        Sums ofProject = Sums.NOTHING;
        for (int i = 0; i < scale.sides().size(); i++) {
            ScoringPlan.SideWeights weights = scale.sides().get(i);
            for (int j = 0; j < weights.parts().size(); j++) {
                ScoringPlan.Part part = weights.parts().get(j);
                add(part, low, high, open);
                Fraction certain = low.taken();
                Fraction possible = high.taken();
                ofLow.add(low(part, certain), part.written());
                ofHigh.add(high(part, possible), part.written());
            }
            Sums sums = new Sums(ofLow.taken(), ofHigh.taken(), weights.total());
            if (weights.side() == Side.CITY) {
                ofCity = sums;
            } else {
                ofProject = sums;
            }
        }
        city = ofCity;
        project = ofProject;
        undecided = open.taken();
    }

    /** Adds the points earned by a criterion's rules, and the stakes of those that are undecided. */
    private void add(ScoringPlan.Part part, Fraction.Sum low, Fraction.Sum high, Fraction.Sum open) {
        for (int i = 0; i < part.alone(); i++) {
            RuleOutcome outcome = outcomes.get(part.alone(i));
            if (outcome.mayEarn()) {
                low.add(outcome.low());
                high.add(outcome.high());
                if (outcome.varies()) {
                    open.add(part.scaledStake(i));
                }
            }
        }
        for (int i = 0; i < part.families(); i++) {
            ScoringPlan.Group family = part.family(i);
            Fraction earned = Fraction.ZERO;
            Fraction possible = Fraction.ZERO;
            for (int j = 0; j < family.rules().size(); j++) { // finds the rule of a family that earns most
                RuleOutcome outcome = outcomes.get(family.rules().get(j));
                if (outcome.mayEarn()) { // few rules of a family can earn points
                    earned = Fraction.max(earned, outcome.low());
                    possible = Fraction.max(possible, outcome.high());
                }
            }
            low.add(earned);
            high.add(possible);
            if (!earned.equals(possible)) {
                open.add(family.scaledStake());
            }
        }
    }

    /** The certain score of a criterion: the points of its rules, limited to 100 and its ceiling. */
    private Fraction low(ScoringPlan.Part part, Fraction certain) {
        Fraction low = Fraction.min(certain, Fraction.HUNDRED);
        int effectiveCap = effectiveCap(part, low);
        return effectiveCap < 0 ? low : outcomes.get(effectiveCap).low();
    }

    /** The possible score of a criterion. */
    private Fraction high(ScoringPlan.Part part, Fraction possible) {
        Fraction high = Fraction.min(possible, Fraction.HUNDRED);
        for (int i = 0; i < part.caps(); i++) {
            high = Fraction.min(high, outcomes.get(part.cap(i)).high());
        }
        return high;
    }

    /** The cap that lowers a criterion's low most, the first by id among equals; -1 if none does. */
    private int effectiveCap(ScoringPlan.Part part, Fraction low) {
        int effectiveCap = -1;
        Fraction ceiling = low;
        for (int i = 0; i < part.caps(); i++) {
            int cap = part.cap(i);
            RuleOutcome outcome = outcomes.get(cap);
            int order = outcome.low().compareTo(ceiling);
            boolean lower = order < 0 || (order == 0 && effectiveCap >= 0 && id(cap).compareTo(id(effectiveCap)) < 0);
            if (lower && outcome.mayHold()) {
                effectiveCap = cap;
                ceiling = outcome.low();
            }
        }
        return effectiveCap;
    }

    private String id(int rule) {
        return outcomes.get(rule).rule().id();
    }

    /** The score of each criterion, in the order of the pack. */
    List<Range> criteria() {
        return scale.parts().stream().map(this::range).toList();
    }

    /** The score of each criterion, rounded for output. */
    List<CriterionScore> criterionScores() {
        List<CriterionScore> scores = new ArrayList<>(scale.parts().size());
        for (ScoringPlan.Part part : scale.parts()) {
            Criterion criterion = part.criterion();
            scores.add(new CriterionScore(
                    criterion.id(),
                    criterion.title(),
                    criterion.side(),
                    criterion.weight(),
                    PairScorer.span(range(part))));
        }
        return scores;
    }

    private Range range(ScoringPlan.Part part) {
        Fraction.Sum low = new Fraction.Sum();
        Fraction.Sum high = new Fraction.Sum();
        add(part, low, high, new Fraction.Sum());
        return new Range(low(part, low.taken()), high(part, high.taken()));
    }

    /** The exact score of a side. */
    public Range side(Side side) {
        return (side == Side.CITY ? city : project).range();
    }

    /** The score of a side, rounded down to millionths. */
    ScoreInterval score(Side side) {
        return (side == Side.CITY ? city : project).score();
    }

    /**
     * The side with the lower low, then with the lower high, then the city.
     *
     * @param ofCity the score of the city's side
     * @param ofProject the score of the project's side
     */
    Side binds(ScoreInterval ofCity, ScoreInterval ofProject) {
        int order =
                ofProject.low().compareTo(ofCity.low()); // if rounded numbers differ, exact ones have the same order
        return (order == 0 ? Sums.compare(project, city) : order) < 0 ? Side.PROJECT : Side.CITY;
    }

    /** The decided fraction of a criterion's points. */
    Fraction known(ScoringPlan.Part part) {
        Fraction decided = Fraction.ZERO;
        for (ScoringPlan.Group group : part.groups()) {
            Fraction low = Fraction.ZERO;
            Fraction high = Fraction.ZERO;
            for (int rule : group.rules()) {
                low = Fraction.max(low, outcomes.get(rule).low());
                high = Fraction.max(high, outcomes.get(rule).high());
            }
            if (low.equals(high)) {
                decided = decided.plus(group.stake());
            }
        }
        return decided.over(part.weight());
    }

    /** The mean of the known fractions of both sides, rounded down to millionths. */
    BigDecimal known() {
        return scale.sides().isEmpty()
                ? NOTHING_KNOWN
                : scale.all().minus(undecided).roundedOver(scale.all());
    }

    /**
     * The contribution of each rule to the low of its side, in millionths that add up to the low exactly: each is
     * rounded down, and the rest goes to the largest remainders, ties by id.
     *
     * @return by rule number; null for a rule that contributes nothing
     */
    @Nullable
    BigDecimal[] contributions() {
        @Nullable BigDecimal @Nullable [] known = contributions;
        if (known == null) {
            known = apportioned();
            contributions = known;
        }
        return known;
    }

    private @Nullable BigDecimal[] apportioned() {
        @Nullable BigDecimal[] apportioned = new BigDecimal[outcomes.size()];
        @Nullable Fraction[] exact = new Fraction[outcomes.size()];
        long[] floors = new long[outcomes.size()];
        for (int i = 0; i < scale.sides().size(); i++) {
            ScoringPlan.SideWeights side = scale.sides().get(i);
            Arrays.fill(exact, null);
            for (int part = 0; part < side.parts().size(); part++) {
                contribute(side.parts().get(part), exact);
            }
            apportion(side.side(), exact, floors, apportioned);
        }
        return apportioned;
    }

    /** Adds the contributions of a criterion's rules. */
    private void contribute(ScoringPlan.Part part, @Nullable Fraction[] contributions) {
        int[] earning = new int[part.alone() + part.families()];
        int many = 0;
        Fraction.Sum all = new Fraction.Sum();
        for (int i = 0; i < earning.length; i++) {
            int best = i < part.alone()
                    ? part.alone(i)
                    : best(part.family(i - part.alone()).rules());
            Fraction points = outcomes.get(best).low();
            if (points.signum() > 0) {
                earning[many++] = best;
                all.add(points);
            }
        }
        Fraction sum = all.taken();
        Fraction low = Fraction.min(sum, Fraction.HUNDRED);
        Fraction factor = low.equals(sum) ? part.weight() : low.over(sum).times(part.weight());
        for (int i = 0; i < many; i++) {
            contributions[earning[i]] = outcomes.get(earning[i]).low().times(factor);
        }
        int effectiveCap = effectiveCap(part, low);
        if (effectiveCap >= 0) {
            contributions[effectiveCap] =
                    outcomes.get(effectiveCap).low().minus(low).times(part.weight());
        }
    }

    /** The rule of a group that earns most, the first by id among equals. */
    private int best(List<Integer> group) {
        int best = group.get(0);
        for (int i = 1; i < group.size(); i++) {
            int rule = group.get(i);
            int order = outcomes.get(rule).low().compareTo(outcomes.get(best).low());
            if (order > 0 || (order == 0 && id(rule).compareTo(id(best)) < 0)) {
                best = rule;
            }
        }
        return best;
    }

    /** @param floors buffer with an element per rule */
    private void apportion(Side side, @Nullable Fraction[] exact, long[] floors, @Nullable BigDecimal[] into) {
        long rest = score(side).low().movePointRight(Fraction.PLACES).longValueExact();
        for (int rule = 0; rule < exact.length; rule++) {
            Fraction part = exact[rule];
            if (part != null) {
                floors[rule] = part.wholeMillionths();
                rest -= floors[rule];
            }
        }
        if (rest > 0) { // rest is less than the number of rules
            List<Remainder> remainders = new ArrayList<>();
            for (int rule = 0; rule < exact.length; rule++) {
                Fraction part = exact[rule];
                if (part != null) {
                    remainders.add(new Remainder(part.remainder(), rule));
                }
            }
            remainders.sort(Comparator.comparing(Remainder::part).reversed().thenComparing(one -> id(one.rule())));
            remainders.subList(0, (int) rest).forEach(one -> floors[one.rule()]++);
        }
        for (int rule = 0; rule < exact.length; rule++) {
            if (exact[rule] != null) {
                into[rule] = BigDecimal.valueOf(floors[rule], Fraction.PLACES);
            }
        }
    }

    private record Remainder(Fraction part, int rule) {}
}
