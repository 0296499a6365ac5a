package dev.winnow.workbench.lint;

import dev.winnow.language.pack.RuleSummary;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a rule for the candidates of a universe, each in each city.
 *
 * @param rule the rule
 * @param fires the number of pairs of a candidate and a city for which it holds
 * @param open the number of pairs for which it is undecided
 * @param passes the number of pairs for which it does not hold
 * @param remark the remark on a knock-out; null if it is undecided for none, or the pack's owner accepts the remark
 */
public record RuleReach(
        RuleSummary rule,
        int fires,
        int open,
        int passes,
        @Nullable Remark remark) {

    /** {@return the number of pairs of a candidate and a city} */
    public int pairs() {
        return fires + open + passes;
    }

    /** {@return whether the rule is a knock-out} */
    public boolean knocksOut() {
        return rule.effect().stops();
    }

    /** {@return whether there are pairs, and the facts leave the rule undecided for all of them} */
    public boolean neverDecided() {
        return open > 0 && open == pairs();
    }
}
