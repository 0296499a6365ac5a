package dev.winnow.analysis.internal.paths;

import dev.winnow.engine.Answering;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Upper bounds on the movement of scores by answers. */
final class Stakes {

    /** Tolerance for the rounding of published numbers. */
    private static final BigDecimal SLACK = new BigDecimal("0.0001");

    /**
     * Upper bounds on the movement of each side.
     *
     * @param city for the side of the city
     * @param project for the side of the project
     */
    record Gain(BigDecimal city, BigDecimal project) {}

    /** For each rule, the side that it scores on. */
    private final Map<String, Side> sides = new HashMap<>();

    private final Map<String, BigDecimal> points = new HashMap<>();
    private final Map<String, BigDecimal> byFact = new HashMap<>();

    Stakes(Explanation start, List<UndecidedRule> rules) {
        Map<Side, BigDecimal> weights = new EnumMap<>(Side.class);
        start.criteria().forEach(one -> weights.merge(one.side(), one.weight(), BigDecimal::add));
        for (UndecidedRule rule : rules) {
            for (CriterionScore criterion : start.criteria()) {
                if (criterion.id().equals(rule.criterion()) && rule.effect().bearing() == Effect.Bearing.SCORE) {
                    BigDecimal open = rule.effect().limits()
                            ? criterion.span().high().subtract(criterion.span().low())
                            : rule.points();
                    BigDecimal share = criterion
                            .weight()
                            .divide(weights.getOrDefault(criterion.side(), BigDecimal.ONE), MathContext.DECIMAL64);
                    sides.put(rule.id(), criterion.side());
                    points.put(rule.id(), open.multiply(share, MathContext.DECIMAL64));
                }
            }
            BigDecimal stake = points.getOrDefault(rule.id(), BigDecimal.ZERO);
            rule.missing().forEach(fact -> byFact.merge(fact, stake, BigDecimal::add));
        }
    }

    /** All facts that undecided rules miss. */
    Set<String> facts() {
        return byFact.keySet();
    }

    /** Sorts facts, those with the highest stakes first. */
    Collection<String> sorted(Collection<String> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(
                                (String fact) -> byFact.getOrDefault(fact, BigDecimal.ZERO), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The most that a number of answers can move each side.
     *
     * @param open the rules that are still open
     * @param answered facts that are already answered
     */
    Gain most(List<UndecidedRule> open, Set<String> answered, int number) {
        return new Gain(most(open, answered, number, Side.CITY), most(open, answered, number, Side.PROJECT));
    }

    private BigDecimal most(List<UndecidedRule> open, Set<String> answered, int number, Side side) {
        Map<String, BigDecimal> gains = new HashMap<>();
        for (UndecidedRule rule : open) {
            if (sides.get(rule.id()) == side) {
                BigDecimal stake = points.getOrDefault(rule.id(), BigDecimal.ZERO);
                for (String fact : rule.missing()) {
                    if (!answered.contains(fact)) {
                        gains.merge(fact, stake, BigDecimal::add);
                    }
                }
            }
        }
        List<BigDecimal> sorted = new ArrayList<>(gains.values());
        sorted.sort(Comparator.reverseOrder());
        return sorted.stream().limit(number).reduce(SLACK, BigDecimal::add);
    }

    /**
     * An undetermined rule.
     *
     * @param number its number in the pack
     * @param id its id
     * @param title its title
     * @param criterion the criterion that it scores on
     * @param effect its effect
     * @param points the points at stake
     * @param missing the unknown facts that may change its outcome
     */
    record UndecidedRule(
            int number,
            String id,
            String title,
            String criterion,
            Effect effect,
            BigDecimal points,
            Set<String> missing) {

        static UndecidedRule of(Undetermined open, Answering answering) {
            int number = answering.number(open.rule());
            return new UndecidedRule(
                    number,
                    open.rule(),
                    open.title(),
                    open.criterion(),
                    open.effect(),
                    open.points(),
                    answering.missing(number));
        }
    }
}
