package dev.winnow.engine;

import dev.winnow.model.Side;
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
final class Tally {

    /**
     * What is certain and what is possible.
     *
     * @param low at least
     * @param high at most
     */
    record Range(Fraction low, Fraction high) {

        private static final Range NOTHING = new Range(Fraction.ZERO, Fraction.ZERO);

        private Range plus(Range other) {
            return new Range(low.plus(other.low), high.plus(other.high));
        }

        private Range times(Fraction factor) {
            return new Range(low.times(factor), high.times(factor));
        }

        private Range over(Fraction divisor) {
            return new Range(low.over(divisor), high.over(divisor));
        }
    }

    private static final int PLACES = 6;

    private final Scale scale;
    private final List<Outcome> outcomes;
    private final List<Range> criteria;
    private final Map<Side, Range> sides = new EnumMap<>(Side.class);
    private final Fraction known;
    /** Made when first asked for, for it is asked for three times; made by two threads it is the same. */
    private volatile @Nullable Map<Integer, BigDecimal> contributions;

    Tally(Scale scale, List<Outcome> outcomes) {
        this.scale = scale;
        this.outcomes = outcomes;
        this.criteria = new ArrayList<>(scale.parts().size());
        Fraction undecided = Fraction.ZERO;
        for (Scale.Part part : scale.parts()) {
            Fraction.Sum low = new Fraction.Sum();
            Fraction.Sum high = new Fraction.Sum();
            Fraction.Sum open = new Fraction.Sum();
            for (int i = 0; i < part.groups().size(); i++) {
                Fraction earned = Fraction.ZERO;
                Fraction possible = Fraction.ZERO;
                List<Integer> group = part.groups().get(i);
                for (int j = 0; j < group.size(); j++) { // the rule of a group that earns most
                    Outcome outcome = outcomes.get(group.get(j));
                    earned = Fraction.max(earned, outcome.low());
                    possible = Fraction.max(possible, outcome.high());
                }
                low.add(earned);
                high.add(possible);
                if (!earned.equals(possible)) {
                    open.add(part.worths().get(i));
                }
            }
            undecided = undecided.plus(open.total().times(part.worth()));
            Range range = capped(part, low.total(), high.total());
            criteria.add(range);
            sides.merge(part.criterion().side(), range.times(part.written()), Range::plus);
        }
        // Divided once and not for each criterion: what is written has smaller terms.
        sides.replaceAll((side, range) -> range.over(scale.totals().getOrDefault(side, Fraction.ONE)));
        // The stakes of each side add up to 1.
        Fraction all = Fraction.of(Math.max(1, sides.size()));
        known = sides.isEmpty() ? Fraction.ZERO : all.minus(undecided).over(all);
    }

    /** What a criterion comes to: what its rules earn, at most 100 and its ceiling. */
    private Range capped(Scale.Part part, Fraction certain, Fraction possible) {
        Fraction low = Fraction.min(certain, Fraction.HUNDRED);
        Fraction high = Fraction.min(possible, Fraction.HUNDRED);
        for (int cap : part.caps()) {
            high = Fraction.min(high, outcomes.get(cap).high());
        }
        int biting = biting(part, low);
        return new Range(biting < 0 ? low : outcomes.get(biting).low(), high);
    }

    /** The cap that brings a criterion's low down most; among equals the first by id; -1 if none does. */
    private int biting(Scale.Part part, Fraction low) {
        int biting = -1;
        Fraction ceiling = low;
        for (int cap : part.caps()) {
            Outcome outcome = outcomes.get(cap);
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
        return criteria;
    }

    Range side(Side side) {
        return sides.getOrDefault(side, Range.NOTHING);
    }

    /** The part of a criterion's points that is decided. */
    Fraction known(Scale.Part part) {
        Fraction decided = Fraction.ZERO;
        for (int i = 0; i < part.groups().size(); i++) {
            Fraction low = Fraction.ZERO;
            Fraction high = Fraction.ZERO;
            for (int rule : part.groups().get(i)) {
                low = Fraction.max(low, outcomes.get(rule).low());
                high = Fraction.max(high, outcomes.get(rule).high());
            }
            if (low.equals(high)) {
                decided = decided.plus(part.stakes().get(i));
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
        for (Scale.Part part : scale.parts()) {
            contribute(part, exact.computeIfAbsent(part.criterion().side(), side -> new HashMap<>()));
        }
        Map<Integer, BigDecimal> contributions = new HashMap<>();
        exact.forEach((side, ofSide) -> apportion(side, ofSide, contributions));
        return contributions;
    }

    /** Enters what each rule of a criterion contributes to its side's low. */
    private void contribute(Scale.Part part, Map<Integer, Fraction> contributions) {
        Map<Integer, Fraction> earned = new HashMap<>();
        Fraction sum = Fraction.ZERO;
        for (List<Integer> group : part.groups()) {
            int best = best(group);
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
