package dev.winnow.model.value;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites numbers in Chinese characters in digits: {@code 三十亿} becomes {@code 30亿}, {@code 3亿5000万} becomes {@code
 * 35000万}. Ambiguous numbers, such as {@code 三亿五} or {@code 三四亿}, are left as they are.
 */
public final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";

    /** The formal characters used in contracts, and other variants of the plain ones. */
    private static final String FORMAL = "〇两壹贰叁肆伍陆柒捌玖拾佰仟";

    private static final String PLAIN = "零二一二三四五六七八九十百千";

    private static final String ALL = DIGITS + FORMAL + "十百千";
    private static final char FIRST_CHINESE = '\u3000';

    /** No digit may precede or follow it: 三600 is a mistake, not 3600. */
    private static final Pattern NUMERAL =
            Pattern.compile("(?<![\\d.,十百千])(?<!\\d )[" + DIGITS + FORMAL + "十百千]++(?!\\d)");

    /** A whole number below ten thousand: each digit with its place, and 零 for omitted places. */
    private static final Pattern PLACES =
            Pattern.compile("(?:([一二三四五六七八九])千)?(零)?(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?(零)?([一二三四五六七八九])?");

    /** Digits without places, as in years. */
    private static final Pattern YEAR = Pattern.compile("[" + DIGITS + "]{4}");

    /** Several numbers with scales, in descending order: {@code 3亿5000万}. */
    private static final Pattern PARTS =
            Pattern.compile("\\d+(?:万亿|亿|万)(?:零?\\d+(?:千亿|百亿|十亿|亿|千万|百万|十万|万|千|))+(?![\\d.,])");

    private static final Pattern PART = Pattern.compile("(零?)(\\d+)(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|)");

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private ChineseNumerals() {}

    /** Returns the text with its numbers in digits, and numbers of several parts joined. */
    public static String inDigits(String text) {
        String digits = text;
        if (hasNumeral(text)) {
            digits = NUMERAL.matcher(text).replaceAll(found -> {
                String number = number(found.group());
                return number == null ? Matcher.quoteReplacement(found.group()) : number;
            });
        }
        return hasParts(digits)
                ? PARTS.matcher(digits).replaceAll(found -> {
                    String sum = sum(found.group());
                    return sum == null ? Matcher.quoteReplacement(found.group()) : sum;
                })
                : digits;
    }

    private static boolean hasNumeral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isNumeral(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is a Chinese digit, or ten, hundred or thousand. */
    static boolean isNumeral(char c) {
        return c >= FIRST_CHINESE && ALL.indexOf(c) >= 0;
    }

    /** Whether a number follows a scale, as in 3亿5000万. */
    private static boolean hasParts(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            char scale = text.charAt(i - 1);
            if ((scale == '万' || scale == '亿') && (c == '零' || (c >= '0' && c <= '9'))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a run of numerals in digits; null if it is not a number or is ambiguous. */
    private static @Nullable String number(String run) {
        StringBuilder plain = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            int formal = FORMAL.indexOf(run.charAt(i));
            plain.append(formal < 0 ? run.charAt(i) : PLAIN.charAt(formal));
        }
        if (YEAR.matcher(plain).matches()) {
            StringBuilder digits = new StringBuilder();
            plain.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            return digits.toString();
        }
        boolean zero = plain.charAt(0) == '零';
        if (zero) {
            String rest = plain.length() == 1 ? "" : number(plain.substring(1));
            return rest == null ? null : rest.isEmpty() ? "0" : "零" + rest;
        }
        Matcher places = PLACES.matcher(plain);
        if (!places.matches()) {
            return null;
        }
        boolean thousands = places.group(1) != null;
        boolean hundreds = places.group(3) != null;
        boolean tens = places.group(6) != null;
        boolean ones = places.group(8) != null;
        boolean afterThousands = places.group(2) != null;
        boolean afterHundreds = places.group(4) != null;
        // 一百二 may mean 120: a digit after an omitted place needs 零, and no other place may have one.
        if (afterThousands != (thousands && !hundreds && (tens || ones))
                || afterHundreds != (hundreds && !tens && ones)
                || places.group(7) != null
                || !(thousands || hundreds || tens || ones)) {
            return null;
        }
        int number = 1000 * digit(places.group(1))
                + 100 * digit(places.group(3))
                + (tens ? 10 * Math.max(1, digit(places.group(5))) : 0)
                + digit(places.group(8));
        return String.valueOf(number);
    }

    private static int digit(@Nullable String numeral) {
        return numeral == null ? 0 : DIGITS.indexOf(numeral);
    }

    /** Returns several parts as one number of the last scale; null if they are not in descending order. */
    private static @Nullable String sum(String parts) {
        Matcher part = PART.matcher(parts);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal above = null;
        BigDecimal scale = BigDecimal.ONE;
        String last = "";
        for (int at = 0; at < parts.length(); at = part.end()) {
            if (!part.region(at, parts.length()).lookingAt()) {
                return null;
            }
            last = String.valueOf(part.group(3));
            scale = Objects.requireNonNull(ScaleWords.factor(last));
            BigDecimal value = new BigDecimal(part.group(2)).multiply(scale);
            if (above != null && !follows(part, above, scale, value)) {
                return null;
            }
            sum = sum.add(value);
            above = scale;
        }
        return sum.divide(scale).toPlainString() + last;
    }

    /**
     * Whether a part is smaller than the part before it and cannot be a short form of a tenth: 三亿五 may mean 3.5亿, and
     * so may 三亿五千.
     */
    private static boolean follows(Matcher part, BigDecimal above, BigDecimal scale, BigDecimal value) {
        boolean full = part.group(2).length() == 4 || part.group(1).equals("零") || scale.compareTo(BigDecimal.ONE) > 0;
        boolean near = above.compareTo(TEN_THOUSAND) == 0 || scale.compareTo(TEN_THOUSAND) >= 0;
        return value.compareTo(above) < 0 && full && (near || part.group(1).equals("零"));
    }
}
