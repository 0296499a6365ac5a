package dev.winnow.report;

import dev.winnow.model.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people and contracts read them: no locale, no exponent, no trailing zeros. */
public final class Decimals {

    private static final int CONTRACT_DECIMALS = 6;

    private Decimals() {}

    /** For contracts: at most six decimals. */
    public static String contract(BigDecimal number) {
        BigDecimal rounded = number.scale() > CONTRACT_DECIMALS
                ? number.setScale(CONTRACT_DECIMALS, RoundingMode.HALF_EVEN)
                : number;
        return plain(rounded);
    }

    /** For people: at most so many decimals, rounded down, so that what misses a threshold never seems to reach it. */
    public static String down(BigDecimal number, int decimals) {
        return plain(number.setScale(decimals, RoundingMode.FLOOR));
    }

    /** For people: at most so many decimals, to the nearest. */
    public static String near(BigDecimal number, int decimals) {
        return plain(number.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** {@code 62–93}, or {@code 62} where nothing is open. */
    public static String range(Span span, int decimals) {
        String low = down(span.low(), decimals);
        String high = down(span.high(), decimals);
        return low.equals(high) ? low : low + "–" + high;
    }

    /** {@code 81 %} of a share from 0 to 1. */
    public static String percent(BigDecimal share) {
        return down(share.movePointRight(2), 0) + " %";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
