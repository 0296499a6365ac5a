package dev.winnow.engine.oracle;

import dev.winnow.engine.oracle.PlainPack.Criterion;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Computes points from outcomes in exact fractions, directly from the definition of a score. */
final class Scoreboard {

    private static final Fraction FULL = Fraction.of(100);

    private final PlainPack pack;
    private final Map<String, Outcome> outcomes;
    private final Map<String, List<List<Outcome>>> families = new HashMap<>();
    private final Map<String, Fraction> weights = new HashMap<>();
    private final Map<String, Ends> criteria = new HashMap<>();
    private final Map<Side, Ends> sides = new EnumMap<>(Side.class);
    private @Nullable BigDecimal known;
    private @Nullable VerdictReason because;

    Scoreboard(PlainPack pack, Map<String, Outcome> outcomes) {
        this.pack = pack;
        this.outcomes = outcomes;
    }

    PlainPack pack() {
        return pack;
    }

    /** The exact low and high. */
    record Ends(Fraction low, Fraction high) {}

    Collection<Outcome> outcomes() {
        return outcomes.values();
    }

    Outcome outcome(String rule) {
        Outcome outcome = outcomes.get(rule);
        if (outcome == null) {
            throw new IllegalArgumentException("the oracle knows no rule " + rule);
        }
        return outcome;
    }

    private List<Outcome> all(String verb) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.rule().deed().verb().equals(verb))
                .toList();
    }

    private static Fraction points(Outcome outcome) {
        BigDecimal points = outcome.rule().points();
        return points == null ? Fraction.ZERO : Fraction.of(points);
    }

    /** Award rules of a criterion, grouped by family. */
    private List<List<Outcome>> families(String criterion) {
        return families.computeIfAbsent(criterion, this::gather);
    }

    private List<List<Outcome>> gather(String criterion) {
        Map<String, List<Outcome>> families = new LinkedHashMap<>();
        for (Outcome outcome : outcomes.values()) {
            PlainRule rule = outcome.rule();
            if (rule.points() != null && rule.criterion().equals(criterion)) {
                boolean alone = rule.family() == null || pack.faults().contains(Fault.FAMILY_SUMMED);
                String name = alone ? "rule " + rule.id() : "family " + rule.family();
                families.computeIfAbsent(name, key -> new ArrayList<>()).add(outcome);
            }
        }
        return List.copyOf(families.values());
    }

    /**
     * The points that depend on an undecided award: its part of its family's stake, in proportion to its own undecided
     * points.
     */
    Fraction stake(String rule) {
        Outcome own = outcome(rule);
        for (List<Outcome> family : own.rule().points() == null
                ? List.<List<Outcome>>of()
                : families(own.rule().criterion())) {
            if (family.contains(own)) {
                Fraction all = family.stream().map(Scoreboard::open).reduce(Fraction.ZERO, Fraction::plus);
                Fraction hangs = largest(family, Outcome::high).minus(largest(family, Outcome::low));
                return all.isZero() ? Fraction.ZERO : hangs.times(open(own)).dividedBy(all);
            }
        }
        return Fraction.ZERO;
    }

    private static Fraction open(Outcome outcome) {
        return points(outcome).times(outcome.high().minus(outcome.low()));
    }

    private static Fraction largest(List<Outcome> family, Function<Outcome, Fraction> share) {
        return family.stream()
                .map(outcome -> points(outcome).times(share.apply(outcome)))
                .reduce(Fraction.ZERO, Fraction::max);
    }

    Ends criterion(String criterion) {
        return criteria.computeIfAbsent(criterion, this::count);
    }

    private Ends count(String criterion) {
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        for (List<Outcome> family : families(criterion)) {
            low = low.plus(largest(family, Outcome::low));
            high = high.plus(largest(family, Outcome::high));
        }
        return new Ends(lowest(low, criterion), highest(high, criterion));
    }

    /** The sum, at most 100, lowered by every possible cap to its lowest ceiling. */
    private Fraction lowest(Fraction sum, String criterion) {
        Fraction low = sum.min(FULL);
        for (Outcome cap : caps(criterion)) {
            boolean all = !pack.faults().contains(Fault.CAPS_CERTAIN_ONLY);
            for (Match match : all ? cap.matches() : cap.certain()) {
                low = low.min(ceiling(match));
            }
        }
        return low;
    }

    /** The sum, at most 100, lowered by certain caps to their highest ceiling. */
    private Fraction highest(Fraction sum, String criterion) {
        Fraction high = sum.min(FULL);
        for (Outcome cap : caps(criterion)) {
            for (Match match : cap.certain()) {
                Fraction most = match.ceiling() == null ? null : match.ceiling().high();
                high = most == null ? high : high.min(most);
            }
        }
        return high;
    }

    List<Outcome> caps(String criterion) {
        return all("cap").stream()
                .filter(outcome -> criterion.equals(outcome.rule().deed().target()))
                .toList();
    }

    private Fraction mean(Side side, Function<Criterion, Fraction> value) {
        Fraction sum = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (Criterion criterion : pack.criteria()) {
            if (criterion.side() == side) {
                Fraction weight = Fraction.of(criterion.weight());
                sum = sum.plus(weight.times(value.apply(criterion)));
                weights = weights.plus(weight);
            }
        }
        return sum.dividedBy(weights);
    }

    Fraction weight(String criterion) {
        return weights.computeIfAbsent(criterion, this::weigh);
    }

    private Fraction weigh(String criterion) {
        Criterion own = pack.criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .findAny()
                .orElseThrow();
        return mean(own.side(), one -> one.id().equals(criterion) ? Fraction.ONE : Fraction.ZERO);
    }

    /** The weight of a criterion within its side; 0 for a rule file that is not a criterion. */
    Fraction weightOrZero(String criterion) {
        return pack.criteria().stream().anyMatch(one -> one.id().equals(criterion)) ? weight(criterion) : Fraction.ZERO;
    }

    /** The exact contribution of each rule to the low of its side; empty if the criterion would exceed 100. */
    Map<String, Fraction> contributions(String criterion) {
        Map<String, Fraction> contributions = new LinkedHashMap<>();
        Fraction weight = weight(criterion);
        Fraction sum = Fraction.ZERO;
        for (List<Outcome> family : families(criterion)) {
            Fraction most = largest(family, Outcome::low);
            sum = sum.plus(most);
            family.forEach(one -> contributions.put(one.rule().id(), Fraction.ZERO));
            family.stream()
                    .filter(one -> points(one).times(one.low()).equals(most))
                    .map(one -> one.rule().id())
                    .min(String::compareTo)
                    .ifPresent(rule -> contributions.put(rule, weight.times(most)));
        }
        if (sum.compareTo(FULL) > 0) {
            return Map.of();
        }
        Fraction low = lowest(sum, criterion);
        caps(criterion).forEach(cap -> contributions.put(cap.rule().id(), Fraction.ZERO));
        if (low.compareTo(sum) < 0) {
            Fraction all = sum;
            caps(criterion).stream()
                    .filter(cap -> cap.matches().stream()
                            .anyMatch(match -> ceiling(match).equals(low)))
                    .map(cap -> cap.rule().id())
                    .min(String::compareTo)
                    .ifPresent(rule -> contributions.put(rule, weight.times(low.minus(all))));
        }
        return contributions;
    }

    private static Fraction ceiling(Match match) {
        return match.ceiling() == null ? Fraction.ZERO : match.ceiling().low();
    }

    Ends side(Side side) {
        Ends ends = sides.get(side);
        if (ends == null) {
            ends = new Ends(
                    mean(side, one -> criterion(one.id()).low()),
                    mean(side, one -> criterion(one.id()).high()));
            sides.put(side, ends);
        }
        return ends;
    }

    Ends score() {
        BinaryOperator<Fraction> lesser = pack.faults().contains(Fault.EITHER_SIDE) ? Fraction::max : Fraction::min;
        Ends city = side(Side.CITY);
        Ends project = side(Side.PROJECT);
        return new Ends(lesser.apply(city.low(), project.low()), lesser.apply(city.high(), project.high()));
    }

    /** The low of the side that does not determine the score. */
    Fraction otherLow() {
        return side(Side.CITY).low().max(side(Side.PROJECT).low());
    }

    Side binds() {
        Ends city = side(Side.CITY);
        Ends project = side(Side.PROJECT);
        int byLow = city.low().floor().compareTo(project.low().floor());
        int byHigh = city.high().floor().compareTo(project.high().floor());
        return (byLow != 0 ? byLow : byHigh) <= 0 ? Side.CITY : Side.PROJECT;
    }

    BigDecimal known() {
        if (known == null) {
            Fraction both = mean(Side.CITY, this::known).plus(mean(Side.PROJECT, this::known));
            known = both.dividedBy(Fraction.of(2)).floor();
        }
        return known;
    }

    private Fraction known(Criterion criterion) {
        Fraction decided = Fraction.ZERO;
        Fraction all = Fraction.ZERO;
        for (List<Outcome> family : families(criterion.id())) {
            Fraction points = largest(family, outcome -> Fraction.ONE);
            all = all.plus(points);
            if (largest(family, Outcome::low).equals(largest(family, Outcome::high))) {
                decided = decided.plus(points);
            }
        }
        return decided.dividedBy(all);
    }

    VerdictReason because() {
        if (because == null) {
            because = first();
        }
        return because;
    }

    /** The first reason that applies. */
    private VerdictReason first() {
        BigDecimal low = score().low().floor();
        BigDecimal high = score().high().floor();
        if (any("knockOut", Truth.TRUE)) {
            return VerdictReason.KNOCK_OUT;
        } else if (high.compareTo(pack.decline()) < 0) {
            return VerdictReason.TOO_LOW;
        }
        boolean flagged = any("redFlag", Truth.TRUE);
        boolean open = any("knockOut", Truth.UNKNOWN);
        if (flagged && !(open && pack.faults().contains(Fault.OPEN_KNOCK_OUT_FIRST))) {
            return VerdictReason.RED_FLAG;
        } else if (open) {
            return VerdictReason.KNOCK_OUT_OPEN;
        } else if (low.compareTo(pack.recommend()) >= 0) {
            return conditions().isEmpty() ? VerdictReason.CLEAR : VerdictReason.ON_CONDITION;
        }
        return high.compareTo(pack.recommend()) >= 0 ? VerdictReason.FACTS_MISSING : VerdictReason.BETWEEN;
    }

    private boolean any(String verb, Truth truth) {
        return all(verb).stream().anyMatch(outcome -> outcome.truth() == truth);
    }

    Verdict verdict() {
        return switch (because()) {
            case KNOCK_OUT, TOO_LOW -> Verdict.DECLINE;
            case CLEAR, ON_CONDITION -> Verdict.RECOMMEND;
            case KNOCK_OUT_OPEN, RED_FLAG, FACTS_MISSING, BETWEEN -> Verdict.HOLD;
        };
    }

    /** The undecided red flags. */
    Set<String> conditions() {
        Set<String> conditions = new TreeSet<>();
        if (!pack.faults().contains(Fault.OPEN_FLAGS_FORGOTTEN)) {
            all("redFlag").stream()
                    .filter(outcome -> outcome.truth() == Truth.UNKNOWN)
                    .forEach(outcome -> conditions.add(outcome.rule().id()));
        }
        return conditions;
    }

    /** The verdicts of all combinations of blocking rules and scores within their bounds, enumerated one by one. */
    Set<Verdict> possible() {
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        BigDecimal millionth = BigDecimal.ONE.movePointLeft(6);
        BigDecimal low = score().low().floor();
        BigDecimal high = score().high().floor();
        List<BigDecimal> scores = pack.faults().contains(Fault.LOW_COUNTS_ALONE)
                ? List.of(low)
                : List.of(
                        low,
                        high,
                        pack.decline(),
                        pack.recommend(),
                        pack.recommend().subtract(millionth));
        for (BigDecimal score : scores) {
            boolean within = score.compareTo(low) >= 0 && score.compareTo(high) <= 0;
            for (boolean out : ways("knockOut", Fault.OPEN_KNOCK_OUTS_FORGOTTEN)) {
                for (boolean flagged : ways("redFlag", Fault.OPEN_FLAGS_FORGOTTEN)) {
                    if (within) {
                        possible.add(plain(out, flagged, score));
                    }
                }
            }
        }
        return possible;
    }

    /** For every possible completion, whether a rule with the verb holds. */
    private List<Boolean> ways(String verb, Fault forgotten) {
        if (any(verb, Truth.TRUE)) {
            return List.of(true);
        }
        boolean open = any(verb, Truth.UNKNOWN) && !pack.faults().contains(forgotten);
        return open ? List.of(false, true) : List.of(false);
    }

    private Verdict plain(boolean out, boolean flagged, BigDecimal score) {
        if (out || score.compareTo(pack.decline()) < 0) {
            return Verdict.DECLINE;
        }
        return flagged || score.compareTo(pack.recommend()) < 0 ? Verdict.HOLD : Verdict.RECOMMEND;
    }
}
