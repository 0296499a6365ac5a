package dev.winnow.workbench.lint;

import dev.winnow.language.pack.RuleSummary;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of the candidates of a universe, each in each city.
 *
 * @param rule the rule
 * @param fires for how many pairs of a candidate and a city it holds
 * @param open of how many it cannot be said
 * @param passes for how many it does not hold
 * @param remark what is remarked on a knock-out; null if it is open for none, or the pack's owner accepts that
 */
public record RuleReach(
        RuleSummary rule,
        int fires,
        int open,
        int passes,
        @Nullable Remark remark) {

    /** How many pairs there are. */
    public int pairs() {
        return fires + open + passes;
    }

    /** Whether it stops candidates. */
    public boolean knocksOut() {
        return rule.effect().stops();
    }

    /** Whether there are pairs, and the facts leave it open for all of them. */
    public boolean neverDecided() {
        return open > 0 && open == pairs();
    }
}
