package dev.winnow.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a knock-out does to the candidates of a universe, each in each city.
 *
 * @param rule the rule
 * @param fires how many pairs of a candidate and a city it stops
 * @param open of how many it cannot be said
 * @param passes how many it lets through
 * @param remark what is remarked on; null if it is open for none, or the pack's owner accepts that
 */
public record KnockOutReach(
        RuleSummary rule,
        int fires,
        int open,
        int passes,
        @Nullable Remark remark) {

    /** How many pairs there are. */
    public int pairs() {
        return fires + open + passes;
    }
}
