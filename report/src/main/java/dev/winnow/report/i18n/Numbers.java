package dev.winnow.report.i18n;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats numbers independently of the locale, without exponent and trailing zeros. */
public final class Numbers {

    /** Maximum number of decimals in a contract. */
    public static final int CONTRACT_DECIMALS = 6;

    private Numbers() {}

    /** Formats a number for a contract, with at most six decimals. */
    public static String contract(BigDecimal number) {
        BigDecimal rounded = number.scale() > CONTRACT_DECIMALS
                ? number.setScale(CONTRACT_DECIMALS, RoundingMode.HALF_EVEN)
                : number;
        return plain(rounded);
    }

    /** Formats a number for readers, rounded down, so that a score below a threshold never seems to reach it. */
    public static String down(BigDecimal number, int decimals) {
        return plain(number.setScale(decimals, RoundingMode.FLOOR));
    }

    /** Formats the upper end of an interval for readers, rounded up, so that the interval never seems narrower. */
    public static String up(BigDecimal number, int decimals) {
        return plain(number.setScale(decimals, RoundingMode.CEILING));
    }

    /** Formats a number for readers, rounded to the nearest. */
    public static String near(BigDecimal number, int decimals) {
        return plain(number.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** Formats an interval: {@code 62–93}, or {@code 62} if both ends round to it. */
    public static String range(ScoreInterval span, int decimals) {
        String low = down(span.low(), decimals);
        String high = down(span.high(), decimals);
        return low.equals(high) ? low : low + "–" + high;
    }

    /** Formats a share from 0 to 1: {@code 81 %}. */
    public static String percent(BigDecimal share) {
        return down(share.movePointRight(2), 0) + " %";
    }

    /** Formats a count with grouped thousands. */
    public static String grouped(long count) {
        return Unit.NUMBER.write(Amount.of(count));
    }

    /** Formats points in a language: {@code 1 point}, {@code 12.5 points}. */
    public static String points(BigDecimal points, int decimals, Wording wording) {
        String number = near(points, decimals);
        return number.equals("1") ? wording.sentence("1 point") : wording.sentence("%s points", number);
    }

    /** Formats a share from 0 to 1 in a language: {@code 81 %}. */
    public static String percent(BigDecimal share, Wording wording) {
        return wording.say("page.percent", down(share.movePointRight(2), 0));
    }

    /** Formats a count and its noun: {@code no problems}, {@code 1 problem}, {@code 3 problems}. */
    public static String count(int number, String noun) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + (number == 1 ? noun : noun + "s");
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        return (number.scale() == 0 ? number : number.stripTrailingZeros()).toPlainString();
    }
}
