package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.PackRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Award rules in groups that count once each, with the points of their largest rule. The rules of one family of a
 * criterion form a group; every other rule is a group of its own.
 *
 * @param groups the groups, ordered by their first rules
 */
public record AwardGroups(List<Group> groups) {

    /**
     * Rules that count once together.
     *
     * @param criterion the criterion they count for
     * @param rules its rules in their given order; at least one
     */
    public record Group(String criterion, List<PackRule> rules) {

        /** Returns the rule with the most points, the first of equals. */
        public PackRule largest() {
            PackRule largest = rules.get(0);
            for (PackRule rule : rules) {
                largest = rule.points().compareTo(largest.points()) > 0 ? rule : largest;
            }
            return largest;
        }

        /** Returns the most points that the group can count. */
        public BigDecimal points() {
            return largest().points();
        }
    }

    /**
     * Groups rules.
     *
     * @param rules rules of any criterion and effect; rules without points are ignored
     */
    public static AwardGroups of(Collection<PackRule> rules) {
        Map<String, List<PackRule>> groups = new LinkedHashMap<>();
        for (PackRule rule : rules) {
            if (rule.awards()) {
                groups.computeIfAbsent(key(rule), unused -> new ArrayList<>(2)).add(rule);
            }
        }
        return new AwardGroups(groups.values().stream()
                .map(group -> new Group(group.get(0).criterion(), group))
                .toList());
    }

    /** Whether two awards belong to one group. */
    public static boolean countOnce(PackRule one, PackRule other) {
        return one.awards() && other.awards() && key(one).equals(key(other));
    }

    private static String key(PackRule award) {
        return award.criterion() + (award.family() == null ? " rule " + award.id() : " family " + award.family());
    }

    public AwardGroups ofCriterion(String criterion) {
        return new AwardGroups(groups.stream()
                .filter(group -> group.criterion().equals(criterion))
                .toList());
    }

    /** Returns the points earned if all rules hold. */
    public BigDecimal reachable() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Group group : groups) {
            sum = sum.add(group.points());
        }
        return sum;
    }
}
