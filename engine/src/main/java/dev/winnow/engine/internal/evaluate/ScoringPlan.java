package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.Criterion;
import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How the outcomes of a pack's rules are added up: the rules of each criterion, the groups of rules that count once,
 * and the weight of each criterion on its side.
 *
 * @param parts the criteria, in the order of the pack
 * @param sides the criteria by side
 * @param all the sum of all {@link Group#scaledStake}
 */
public record ScoringPlan(List<Part> parts, List<SideWeights> sides, Fraction all) {

    /**
     * A side with its criteria.
     *
     * @param side the side
     * @param parts its criteria, in the order of the pack
     * @param total the sum of their weights, as in pack.yaml
     */
    public record SideWeights(Side side, List<Part> parts, Fraction total) {}

    /** A criterion with its rules, by their number in the pack. Immutable. */
    public static final class Part {

        private final int number;
        private final Criterion criterion;
        private final Fraction weight;
        private final Fraction written;
        private final List<Group> groups;
        private final int[] caps;
        private final Fraction points;
        // Arrays for the data read for each candidate. Rules that count alone, as most do, are kept apart from
        // families.
        private final int[] alone;
        private final Fraction[] scaledStake;
        private final Group[] families;

        private Part(
                int number,
                Criterion criterion,
                Fraction weight,
                Fraction written,
                List<Group> groups,
                int[] caps,
                Fraction points) {
            this.number = number;
            this.criterion = criterion;
            this.weight = weight;
            this.written = written;
            this.groups = List.copyOf(groups);
            this.caps = caps;
            this.points = points;
            List<Group> single =
                    groups.stream().filter(group -> group.rules().size() == 1).toList();
            this.alone = single.stream().mapToInt(group -> group.rules().get(0)).toArray();
            this.scaledStake = single.stream().map(Group::scaledStake).toArray(Fraction[]::new);
            this.families =
                    groups.stream().filter(group -> group.rules().size() > 1).toArray(Group[]::new);
        }

        private Part inUnits(Fraction unit) {
            return new Part(
                    number,
                    criterion,
                    weight,
                    written,
                    groups.stream().map(group -> group.inUnits(unit)).toList(),
                    caps,
                    points);
        }

        /** Its place among the criteria of the pack. */
        public int number() {
            return number;
        }

        public Criterion criterion() {
            return criterion;
        }

        /** Its weight as a fraction of its side; the weights of a side add up to 1. */
        public Fraction weight() {
            return weight;
        }

        /** Its weight as in pack.yaml, which differs from {@link #weight} by a factor common to its side. */
        public Fraction written() {
            return written;
        }

        /** Its award rules: each family is one group, every other rule a group of its own. */
        public List<Group> groups() {
            return groups;
        }

        /** The most points that it can award; a family counts as its largest rule. */
        public Fraction points() {
            return points;
        }

        /** The number of rules that cap it. */
        public int caps() {
            return caps.length;
        }

        /** A rule that caps it; ordered by place in the pack. */
        public int cap(int place) {
            return caps[place];
        }

        /** The number of its groups of a single rule. */
        public int alone() {
            return alone.length;
        }

        /** The rule of a single-rule group. */
        public int alone(int place) {
            return alone[place];
        }

        /** The {@link Group#scaledStake} of a single-rule group. */
        public Fraction scaledStake(int place) {
            return scaledStake[place];
        }

        public int families() {
            return families.length;
        }

        /** A group of several rules. */
        public Group family(int place) {
            return families[place];
        }
    }

    /**
     * Award rules that count once together, by their number in the pack.
     *
     * @param rules the rules
     * @param stake the fraction of its side's score that depends on the group; the stakes of a side add up to 1
     * @param scaledStake the stake in a unit of the pack that makes it a whole number, which is fast to add; the stake
     *     itself if no such unit has small terms
     */
    public record Group(List<Integer> rules, Fraction stake, Fraction scaledStake) {

        private Group inUnits(Fraction unit) {
            return new Group(rules, stake, stake.over(unit));
        }
    }

    public static ScoringPlan of(List<Criterion> criteria, List<CheckedRule> rules) {
        Map<Side, Fraction> totals = new EnumMap<>(Side.class);
        for (Criterion criterion : criteria) {
            totals.merge(criterion.side(), Fraction.of(criterion.weight()), Fraction::plus);
        }
        AwardGroups groups =
                AwardGroups.of(rules.stream().map(CheckedRule::rule).toList());
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            numbers.put(rules.get(i).id(), i);
        }
        List<Part> parts = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Fraction total = totals.getOrDefault(criterion.side(), Fraction.ONE);
            Fraction weight = Fraction.of(criterion.weight()).over(total);
            AwardGroups own = groups.ofCriterion(criterion.id());
            parts.add(part(parts.size(), criterion, weight, own, numbers, caps(criterion, rules)));
        }
        Fraction unit = unit(parts);
        List<Part> measured = parts.stream().map(part -> part.inUnits(unit)).toList();
        List<SideWeights> sides = new ArrayList<>();
        totals.forEach((side, total) -> sides.add(new SideWeights(
                side,
                measured.stream()
                        .filter(part -> part.criterion().side() == side)
                        .toList(),
                total)));
        return new ScoringPlan(
                measured, List.copyOf(sides), Fraction.of(sides.size()).over(unit)); // a side's stakes add up to 1
    }

    /** The greatest common measure of all stakes if its terms are small; 1 otherwise. */
    private static Fraction unit(List<Part> parts) {
        Fraction unit = Fraction.ONE;
        for (Part part : parts) {
            for (Group group : part.groups()) {
                unit = unit.commonMeasure(group.stake());
            }
        }
        return unit.isSmall() ? unit : Fraction.ONE;
    }

    private static int[] caps(Criterion criterion, List<CheckedRule> rules) {
        return IntStream.range(0, rules.size())
                .filter(i ->
                        criterion.id().equals(rules.get(i).rule().consequence().capped()))
                .toArray();
    }

    private static Part part(
            int place,
            Criterion criterion,
            Fraction weight,
            AwardGroups awards,
            Map<String, Integer> numbers,
            int[] caps) {
        Fraction points = Fraction.of(awards.reachable());
        List<Group> staked = new ArrayList<>();
        for (AwardGroups.Group group : awards.groups()) {
            List<Integer> rules =
                    group.rules().stream().map(rule -> number(rule, numbers)).toList();
            Fraction stake = Fraction.of(group.points()).over(points).times(weight);
            staked.add(new Group(rules, stake, stake));
        }
        return new Part(place, criterion, weight, Fraction.of(criterion.weight()), staked, caps, points);
    }

    private static int number(PackRule rule, Map<String, Integer> numbers) {
        return Objects.requireNonNull(numbers.get(rule.id()));
    }
}
