package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.PackRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Award rules in groups, each of which counts once, as its largest rule: the rules of one family of a criterion form a
 * group, every other rule is a group of its own.
 *
 * @param groups in the order in which their first rules were given
 */
public record AwardGroups(List<Group> groups) {

    /**
     * Rules that count once together.
     *
     * @param criterion the criterion they count for
     * @param rules all of them, at least one, in the order in which they were given
     */
    public record Group(String criterion, List<PackRule> rules) {

        /** The rule with the most points; of several the first. */
        public PackRule largest() {
            PackRule largest = rules.get(0);
            for (PackRule rule : rules) {
                largest = rule.points().compareTo(largest.points()) > 0 ? rule : largest;
            }
            return largest;
        }

        /** The most points that the group counts. */
        public BigDecimal points() {
            return largest().points();
        }
    }

    /**
     * The groups of some rules.
     *
     * @param rules of any criterion and effect; those that earn no points are left out
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

    /** The groups of one criterion. */
    public AwardGroups ofCriterion(String criterion) {
        return new AwardGroups(groups.stream()
                .filter(group -> group.criterion().equals(criterion))
                .toList());
    }

    /** The points earned if all rules hold. */
    public BigDecimal reachable() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Group group : groups) {
            sum = sum.add(group.points());
        }
        return sum;
    }
}
