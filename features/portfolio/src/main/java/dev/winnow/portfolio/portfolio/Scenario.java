package dev.winnow.portfolio.portfolio;

import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;

/** Interpretation of unknown facts. */
public enum Scenario {
    /** Certain values: scores and capacities of funds at their lowest, costs at their highest. */
    CERTAIN,
    /** Unknown facts have the values that the base case assumes. */
    BASE,
    /** Possible values: scores and capacities of funds at their highest, costs at their lowest. */
    POSSIBLE;

    /** {@return a score in millionths of a point} */
    public static long millionths(BigDecimal score) {
        return score.movePointRight(Fraction.PLACES).longValueExact();
    }
}
