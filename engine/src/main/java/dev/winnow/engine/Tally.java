package dev.winnow.engine;

import dev.winnow.model.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The exact scores of one candidate: criteria, sides, how much is known, and what each rule contributes. */
final class Tally {

    /**
     * What is certain and what is possible.
     *
     * @param low at least
     * @param high at most
     */
    record Range(Fraction low, Fraction high) {}

    private static final int PLACES = 6;

    private final List<Outcome> outcomes;
    private final List<Range> criteria = new ArrayList<>();
    private final Map<Side, Range> sides = new EnumMap<>(Side.class);
    private final Map<Side, Fraction> known = new EnumMap<>(Side.class);
    private final Map<Side, Map<Integer, Fraction>> parts = new EnumMap<>(Side.class);

    Tally(Scale scale, List<Outcome> outcomes) {
        this.outcomes = outcomes;
        for (Scale.Part part : scale.parts()) {
            Side side = part.criterion().side();
            Range range = criterion(part, parts.computeIfAbsent(side, unused -> new HashMap<>()));
            criteria.add(range);
            Range weighted =
                    new Range(range.low().times(part.weight()), range.high().times(part.weight()));
            sides.merge(
                    side,
                    weighted,
                    (one, other) ->
                            new Range(one.low().plus(other.low()), one.high().plus(other.high())));
            known.merge(side, decided(part).times(part.weight()), Fraction::plus);
        }
    }

    /** Scores one criterion and enters what each rule contributes to its side's low. */
    private Range criterion(Scale.Part part, Map<Integer, Fraction> contributions) {
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        Map<Integer, Fraction> earned = new HashMap<>();
        for (List<Integer> group : part.groups()) {
            int best = best(group);
            Fraction points = outcomes.get(best).low();
            if (points.signum() > 0) {
                earned.put(best, points);
            }
            low = low.plus(points);
            high = high.plus(highest(group));
        }
        if (low.compareTo(Fraction.HUNDRED) > 0) {
            Fraction scale = Fraction.HUNDRED.over(low);
            earned.replaceAll((rule, points) -> points.times(scale));
            low = Fraction.HUNDRED;
        }
        earned.forEach((rule, points) -> contributions.put(rule, points.times(part.weight())));
        high = Fraction.min(high, Fraction.HUNDRED);
        int biting = -1;
        Fraction ceiling = low;
        for (int cap : part.caps()) {
            Outcome outcome = outcomes.get(cap);
            if (!outcome.possible().isEmpty() && bites(cap, biting, ceiling)) {
                biting = cap;
                ceiling = outcome.low();
            }
            high = Fraction.min(high, outcome.high());
        }
        if (biting >= 0) {
            contributions.put(biting, ceiling.minus(low).times(part.weight()));
        }
        return new Range(ceiling, high);
    }

    /** Whether a cap's ceiling is lower than what is left; among equals the first cap by id bites. */
    private boolean bites(int cap, int biting, Fraction left) {
        int order = outcomes.get(cap).low().compareTo(left);
        return order < 0 || (order == 0 && biting >= 0 && id(cap).compareTo(id(biting)) < 0);
    }

    private String id(int rule) {
        return outcomes.get(rule).rule().id();
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

    private Fraction highest(List<Integer> group) {
        Fraction highest = Fraction.ZERO;
        for (int rule : group) {
            highest = Fraction.max(highest, outcomes.get(rule).high());
        }
        return highest;
    }

    /** The part of a criterion's points that is decided. */
    private Fraction decided(Scale.Part part) {
        Fraction decided = Fraction.ZERO;
        List<CheckedRule> rules = outcomes.stream().map(Outcome::rule).toList();
        for (List<Integer> group : part.groups()) {
            if (outcomes.get(best(group)).low().equals(highest(group))) {
                decided = decided.plus(Scale.largest(group, rules));
            }
        }
        return decided.over(part.points());
    }

    /** Each criterion's score, in the order of the pack. */
    List<Range> criteria() {
        return criteria;
    }

    Range side(Side side) {
        return sides.getOrDefault(side, new Range(Fraction.ZERO, Fraction.ZERO));
    }

    /** The mean of how much is known on the two sides. */
    Fraction known() {
        Fraction sum = Fraction.ZERO;
        for (Fraction part : known.values()) {
            sum = sum.plus(part);
        }
        return sum.over(Fraction.of(Math.max(1, known.size())));
    }

    /**
     * What each rule contributes to the low of its side, in millionths that add up to it exactly: rounded down, the rest
     * to the largest remainders, ties by id.
     */
    Map<Integer, BigDecimal> contributions() {
        Map<Integer, BigDecimal> contributions = new HashMap<>();
        parts.forEach((side, exact) -> apportion(side, exact, contributions));
        return contributions;
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
