package dev.winnow.report.i18n;

import dev.winnow.model.source.Language;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats numbers independently of the locale, without exponent and trailing zeros. */
public final class Numbers {

    /** Maximum number of decimals in a contract. */
    public static final int CONTRACT_DECIMALS = 6;

    /** Maximum number of decimals of scores and points for readers. */
    private static final int SCORE_DECIMALS = 2;

    private Numbers() {}

    /** Formats a number for a contract, with at most six decimals. */
    public static String contract(BigDecimal number) {
        BigDecimal rounded = number.scale() > CONTRACT_DECIMALS
                ? number.setScale(CONTRACT_DECIMALS, RoundingMode.HALF_EVEN)
                : number;
        return plain(rounded);
    }

    /** Formats a score for readers, rounded down, so that a score below a threshold never seems to reach it. */
    public static String score(BigDecimal score) {
        return down(score, SCORE_DECIMALS);
    }

    /** Formats the lower end of an interval for readers, rounded down, so that the interval never seems narrower. */
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

    /** Formats points that are no score, such as a contribution or a margin, with at most two decimals. */
    public static String points(BigDecimal points) {
        return plain(points.setScale(SCORE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Formats an interval of scores, rounded outward: {@code 62.1–93.5}, or {@code 62.1} if it is a single score. */
    public static String range(ScoreInterval span) {
        return isSingle(span) ? low(span) : low(span) + "–" + high(span);
    }

    /** Formats the lower end of an interval of scores, rounded down. */
    public static String low(ScoreInterval span) {
        return score(span.low());
    }

    /** Formats the upper end of an interval of scores, rounded up; that of a single score as the lower end. */
    public static String high(ScoreInterval span) {
        return isSingle(span) ? low(span) : up(span.high(), SCORE_DECIMALS);
    }

    /** Formats a count with grouped thousands. */
    public static String grouped(long count) {
        return Unit.NUMBER.write(Amount.of(count));
    }

    /** Formats points in a language: {@code 1 point}, {@code 12.5 points}. */
    public static String points(BigDecimal points, Wording wording) {
        String number = points(points);
        return number.equals("1") ? wording.sentence("1 point") : wording.sentence("%s points", number);
    }

    /** Formats a share from 0 to 1 in a language: {@code 81 %}. */
    public static String percent(BigDecimal share, Wording wording) {
        return wording.say("page.percent", whole(share));
    }

    /** Formats a share of draws, to a tenth of a percent; only none and all are 0 % and 100 %. */
    public static String share(int times, int draws, Wording wording) {
        long tenths = Math.round(1000.0 * times / Math.max(1, draws));
        long shown = times == draws ? 1000 : Math.min(999, Math.max(times == 0 ? 0 : 1, tenths));
        return wording.say("page.percent", near(BigDecimal.valueOf(shown, 1), 1));
    }

    /** Formats a place in a ranking: {@code 1st}, {@code 12th}; in Chinese, where the sentence says it, the number. */
    public static String ordinal(int place, Wording wording) {
        int last = place / 10 % 10 == 1 ? 0 : place % 10;
        String suffix = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
        return wording.language() == Language.EN ? place + suffix : String.valueOf(place);
    }

    /** Formats a count and its noun: {@code no problems}, {@code 1 problem}, {@code 3 problems}. */
    public static String count(int number, String noun) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + (number == 1 ? noun : noun + "s");
    }

    /** Formats an interval of scores with all its decimals, for two that are equal when rounded. */
    public static String exactly(ScoreInterval span) {
        return isSingle(span) ? plain(span.low()) : plain(span.low()) + "–" + plain(span.high());
    }

    private static boolean isSingle(ScoreInterval span) {
        return span.low().compareTo(span.high()) == 0;
    }

    private static String whole(BigDecimal share) {
        return down(share.movePointRight(2), 0);
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        return (number.scale() == 0 ? number : number.stripTrailingZeros()).toPlainString();
    }
}
