package dev.winnow.report.layout;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Draws a score as a bar from 0 to 100: solid up to the certain score, shaded up to the possible one. */
public final class Bars {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private Bars() {}

    /** A bar of so many cells between its two edges. */
    public static String draw(ScoreInterval span, int cells) {
        boolean exact = span.low().compareTo(span.high()) == 0;
        int solid = cells(span.low(), cells, exact ? RoundingMode.HALF_UP : RoundingMode.FLOOR);
        int shaded = cells(span.high(), cells, exact ? RoundingMode.HALF_UP : RoundingMode.CEILING);
        return "▕" + "█".repeat(solid) + "░".repeat(shaded - solid) + " ".repeat(cells - shaded) + "▏";
    }

    private static int cells(BigDecimal score, int cells, RoundingMode rounding) {
        BigDecimal drawn = score.multiply(BigDecimal.valueOf(cells)).divide(FULL, 0, rounding);
        return Math.max(0, Math.min(cells, drawn.intValueExact()));
    }
}
