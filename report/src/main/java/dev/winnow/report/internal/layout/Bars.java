package dev.winnow.report.internal.layout;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Draws a score as a bar from 0 to 100: solid up to the certain score, shaded up to the possible one. */
public final class Bars {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** Mark of the base case's score. */
    public static final String POINT = "◆";

    private static final int CELLS = 14;
    private static final int FEWEST_CELLS = 7;
    private static final int MOST_CELLS = 30;

    private Bars() {}

    /** Returns the number of cells of a bar in a table of candidates with the given width in columns. */
    public static int cells(int width) {
        return Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, CELLS + (width - Columns.PAGE) / 3));
    }

    /** Returns the axis above bars: {@code 0   score  100}, or the label alone if there is no room. */
    public static String axis(String label, int cells) {
        int gap = cells - 4 - Columns.width(label);
        return gap < 0
                ? Columns.left(label, cells)
                : "0" + " ".repeat((gap + 1) / 2) + label + " ".repeat(gap / 2) + "100";
    }

    /** Returns a bar of the given number of cells between two edges. */
    public static String draw(ScoreInterval span, int cells) {
        boolean exact = span.low().compareTo(span.high()) == 0;
        int solid = cells(span.low(), cells, exact ? RoundingMode.HALF_UP : RoundingMode.FLOOR);
        int shaded = cells(span.high(), cells, exact ? RoundingMode.HALF_UP : RoundingMode.CEILING);
        return "▕" + "█".repeat(solid) + "░".repeat(shaded - solid) + " ".repeat(cells - shaded) + "▏";
    }

    /** Returns a bar with a mark at the lower end of the base case's score; null for no mark. */
    public static String draw(ScoreInterval span, @Nullable ScoreInterval base, int cells) {
        String bar = draw(span, cells);
        if (base == null) {
            return bar;
        }
        int at = 1 + Math.min(cells - 1, cells(base.low(), cells, RoundingMode.FLOOR));
        return bar.substring(0, at) + POINT + bar.substring(at + 1);
    }

    private static int cells(BigDecimal score, int cells, RoundingMode rounding) {
        BigDecimal drawn = score.multiply(BigDecimal.valueOf(cells)).divide(FULL, 0, rounding);
        return Math.max(0, Math.min(cells, drawn.intValueExact()));
    }
}
