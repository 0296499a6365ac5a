package dev.winnow.engine;

import dev.winnow.model.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rules of a pack add up: which rules count for which criterion, which of them count once together, and what a
 * criterion weighs on its side.
 *
 * @param parts the criteria, in the order of the pack
 * @param totals what the weights of each side add up to, as they are written
 */
record Scale(List<Part> parts, Map<Side, Fraction> totals) {

    /**
     * A criterion with its rules, by their number in the pack.
     *
     * @param criterion the criterion
     * @param weight its part of its side; the parts of a side add up to 1
     * @param written its weight as it is written: the same, but for a factor that a side has in common
     * @param groups award rules: those of one family together, every other alone
     * @param caps the rules that cap it, by id
     * @param points all that it could award: of a family the largest
     * @param stakes of each group, the part of its side that hangs on it; those of a side add up to 1
     * @param worths of each group, the points that hang on it
     * @param worth the part of its side that one point is
     */
    record Part(
            Criterion criterion,
            Fraction weight,
            Fraction written,
            List<List<Integer>> groups,
            List<Integer> caps,
            Fraction points,
            List<Fraction> stakes,
            List<Fraction> worths,
            Fraction worth) {}

    static Scale of(List<Criterion> criteria, List<CheckedRule> rules) {
        Map<Side, Fraction> totals = new EnumMap<>(Side.class);
        for (Criterion criterion : criteria) {
            totals.merge(criterion.side(), Fraction.of(criterion.weight()), Fraction::plus);
        }
        List<Part> parts = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Fraction total = totals.getOrDefault(criterion.side(), Fraction.ONE);
            parts.add(part(criterion, Fraction.of(criterion.weight()).over(total), rules));
        }
        return new Scale(List.copyOf(parts), Collections.unmodifiableMap(totals));
    }

    private static Part part(Criterion criterion, Fraction weight, List<CheckedRule> rules) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        List<Integer> caps = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            PackRule rule = rules.get(i).rule();
            if (rule.awards() && rule.criterion().equals(criterion.id())) {
                String group = rule.family() == null ? "rule " + rule.id() : "family " + rule.family();
                groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(i);
            } else if (rule.verb() == Verb.CAP && rule.target().equals(criterion.id())) {
                caps.add(i);
            }
        }
        Fraction points = Fraction.ZERO;
        for (List<Integer> group : groups.values()) {
            points = points.plus(largest(group, rules));
        }
        List<Fraction> stakes = new ArrayList<>();
        List<Fraction> worths = new ArrayList<>();
        for (List<Integer> group : groups.values()) {
            worths.add(largest(group, rules));
            stakes.add(largest(group, rules).over(points).times(weight));
        }
        return new Part(
                criterion,
                weight,
                Fraction.of(criterion.weight()),
                copy(groups.values()),
                List.copyOf(caps),
                points,
                Collections.unmodifiableList(stakes),
                Collections.unmodifiableList(worths),
                points.signum() == 0 ? Fraction.ZERO : weight.over(points));
    }

    private static List<List<Integer>> copy(Collection<List<Integer>> groups) {
        return groups.stream().map(List::copyOf).toList();
    }

    /** The points of the rule of a group that awards most. */
    private static Fraction largest(List<Integer> group, List<CheckedRule> rules) {
        Fraction largest = Fraction.ZERO;
        for (int rule : group) {
            largest = Fraction.max(largest, Fraction.of(rules.get(rule).rule().points()));
        }
        return largest;
    }
}
