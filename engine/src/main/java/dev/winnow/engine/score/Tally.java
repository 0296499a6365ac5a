package dev.winnow.engine.score;

import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.evaluate.ScoringPlan;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exact scores of one candidate: criteria, sides, how much is known, and what each rule contributes. */
public final class Tally {

    /**
     * A certain low and a possible high.
     *
     * @param low at least
     * @param high at most
     */
    public record Range(Fraction low, Fraction high) {

        private static final Range NOTHING = new Range(Fraction.ZERO, Fraction.ZERO);
    }

    private static final int PLACES = 6;

    private final ScoringPlan scale;
    private final List<RuleOutcome> outcomes;
    private final Range city;
    private final Range project;

    private final Fraction known;
    /** Computed when first read and kept, as it is read three times; two threads compute the same. */
    private volatile @Nullable Map<Integer, BigDecimal> contributions;

    Tally(ScoringPlan scale, List<RuleOutcome> outcomes) {
        this.scale = scale;
        this.outcomes = outcomes;
        Fraction.Sum low = new Fraction.Sum();
        Fraction.Sum high = new Fraction.Sum();
        Fraction.Sum ofLow = new Fraction.Sum();
        Fraction.Sum ofHigh = new Fraction.Sum();
        Fraction.Sum undecided = new Fraction.Sum();
        Range ofCity = Range.NOTHING;
        Range ofProject = Range.NOTHING;
        for (int i = 0; i < scale.sides().size(); i++) {
            ScoringPlan.SideWeights weights = scale.sides().get(i);
            for (int j = 0; j < weights.parts().size(); j++) {
                ScoringPlan.Part part = weights.parts().get(j);
                add(part, low, high, undecided);
                Fraction certain = low.taken();
                Fraction possible = high.taken();
                ofLow.add(low(part, certain), part.written());
                ofHigh.add(high(part, possible), part.written());
            }
            // Divided once rather than for each criterion: weights as written have smaller terms.
            Range range = new Range(
                    ofLow.taken().over(weights.total()), ofHigh.taken().over(weights.total()));
            if (weights.side() == Side.CITY) {
                ofCity = range;
            } else {
                ofProject = range;
            }
        }
        city = ofCity;
        project = ofProject;
        known = scale.sides().isEmpty()
                ? Fraction.ZERO
                : Fraction.ONE.minus(undecided.taken().over(scale.all()));
    }

    /** Adds up what a criterion's rules earn, and what depends on those that are undecided. */
    private void add(ScoringPlan.Part part, Fraction.Sum low, Fraction.Sum high, Fraction.Sum undecided) {
        List<ScoringPlan.Group> groups = part.groups();
        for (int i = 0; i < groups.size(); i++) {
            ScoringPlan.Group group = groups.get(i);
            RuleOutcome first = outcomes.get(group.first());
            if (group.isFamily() || first.mayEarn()) {
                Fraction earned = first.low();
                Fraction possible = first.high();
                for (int j = 1; j < group.rules().size(); j++) { // the rule of a group that earns most
                    earned = Fraction.max(
                            earned, outcomes.get(group.rules().get(j)).low());
                    possible = Fraction.max(
                            possible, outcomes.get(group.rules().get(j)).high());
                }
                low.add(earned);
                high.add(possible);
                if (!earned.equals(possible)) {
                    undecided.add(group.hanging());
                }
            }
        }
    }

    /** The certain score of a criterion: what its rules earn, at most 100 and its ceiling. */
    private Fraction low(ScoringPlan.Part part, Fraction certain) {
        Fraction low = Fraction.min(certain, Fraction.HUNDRED);
        int biting = biting(part, low);
        return biting < 0 ? low : outcomes.get(biting).low();
    }

    /** The possible score of a criterion. */
    private Fraction high(ScoringPlan.Part part, Fraction possible) {
        Fraction high = Fraction.min(possible, Fraction.HUNDRED);
        for (int i = 0; i < part.caps().size(); i++) {
            high = Fraction.min(high, outcomes.get(part.caps().get(i)).high());
        }
        return high;
    }

    /** The cap that lowers a criterion's low most; among equals the first by id; -1 if none does. */
    private int biting(ScoringPlan.Part part, Fraction low) {
        int biting = -1;
        Fraction ceiling = low;
        for (int i = 0; i < part.caps().size(); i++) {
            int cap = part.caps().get(i);
            RuleOutcome outcome = outcomes.get(cap);
            int order = outcome.low().compareTo(ceiling);
            boolean lower = order < 0 || (order == 0 && biting >= 0 && id(cap).compareTo(id(biting)) < 0);
            if (lower && outcome.mayHold()) {
                biting = cap;
                ceiling = outcome.low();
            }
        }
        return biting;
    }

    private String id(int rule) {
        return outcomes.get(rule).rule().id();
    }

    /** Each criterion's score, in the order of the pack. */
    List<Range> criteria() {
        return scale.parts().stream().map(this::range).toList();
    }

    private Range range(ScoringPlan.Part part) {
        Fraction.Sum low = new Fraction.Sum();
        Fraction.Sum high = new Fraction.Sum();
        add(part, low, high, new Fraction.Sum());
        return new Range(low(part, low.taken()), high(part, high.taken()));
    }

    public Range side(Side side) {
        return side == Side.CITY ? city : project;
    }

    /** The part of a criterion's points that is decided. */
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

    /** The mean of how much is known on the two sides. */
    Fraction known() {
        return known;
    }

    /**
     * What each rule contributes to the low of its side, in millionths that add up to it exactly: rounded down, the rest
     * to the largest remainders, ties by id.
     */
    Map<Integer, BigDecimal> contributions() {
        Map<Integer, BigDecimal> known = contributions;
        if (known == null) {
            known = Collections.unmodifiableMap(apportioned());
            contributions = known;
        }
        return known;
    }

    private Map<Integer, BigDecimal> apportioned() {
        Map<Side, Map<Integer, Fraction>> exact = new EnumMap<>(Side.class);
        for (ScoringPlan.Part part : scale.parts()) {
            contribute(part, exact.computeIfAbsent(part.criterion().side(), side -> new HashMap<>()));
        }
        Map<Integer, BigDecimal> contributions = new HashMap<>();
        exact.forEach((side, ofSide) -> apportion(side, ofSide, contributions));
        return contributions;
    }

    /** Enters what each rule of a criterion contributes to its side's low. */
    private void contribute(ScoringPlan.Part part, Map<Integer, Fraction> contributions) {
        Map<Integer, Fraction> earned = new HashMap<>();
        Fraction sum = Fraction.ZERO;
        for (ScoringPlan.Group group : part.groups()) {
            int best = best(group.rules());
            Fraction points = outcomes.get(best).low();
            if (points.signum() > 0) {
                earned.put(best, points);
                sum = sum.plus(points);
            }
        }
        Fraction low = Fraction.min(sum, Fraction.HUNDRED);
        Fraction factor = low.equals(sum) ? part.weight() : low.over(sum).times(part.weight());
        earned.forEach((rule, points) -> contributions.put(rule, points.times(factor)));
        int biting = biting(part, low);
        if (biting >= 0) {
            contributions.put(biting, outcomes.get(biting).low().minus(low).times(part.weight()));
        }
    }

    /** The rule of a group that earns most; among equals the first by id. */
    private int best(List<Integer> group) {
        int best = group.get(0);
        for (int rule : group) {
            int order = outcomes.get(rule).low().compareTo(outcomes.get(best).low());
            if (order > 0 || (order == 0 && id(rule).compareTo(id(best)) < 0)) {
                best = rule;
            }
        }
        return best;
    }

    private void apportion(Side side, Map<Integer, Fraction> exact, Map<Integer, BigDecimal> contributions) {
        BigInteger rest = side(side).low().millionths();
        for (Fraction part : exact.values()) {
            rest = rest.subtract(part.millionths());
        }
        List<Integer> rules = new ArrayList<>(exact.keySet());
        Map<Integer, Fraction> remainders = new HashMap<>();
        exact.forEach((rule, part) -> remainders.put(rule, part.remainder()));
        rules.sort(Comparator.comparing((Integer rule) -> remainders.getOrDefault(rule, Fraction.ZERO))
                .reversed()
                .thenComparing(this::id));
        int extra = rest.intValueExact();
        for (int i = 0; i < rules.size(); i++) {
            BigInteger floor = exact.getOrDefault(rules.get(i), Fraction.ZERO).millionths();
            contributions.put(rules.get(i), new BigDecimal(i < extra ? floor.add(BigInteger.ONE) : floor, PLACES));
        }
    }
}
