package dev.winnow.analysis.internal.portfolio;

import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;

/** How what is unknown is read. */
public enum Scenario {
    /** What is certain: each score and what a fund can pay at their lowest, each cost at its highest. */
    CERTAIN,
    /** What is unknown is assumed, as the base case does. */
    BASE,
    /** What is possible: each score and what a fund can pay at their highest, each cost at its lowest. */
    POSSIBLE;

    /** {@return a score in millionths of a point} */
    public static long millionths(BigDecimal score) {
        return score.movePointRight(Fraction.PLACES).longValueExact();
    }
}
