package dev.winnow.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a {@link Figure} counts, and how a number of it is written. Closed: a rule may only compare like with like. */
public enum Unit {
    /** Million yuan. */
    MONEY("money"),
    /** A part of a whole, 0 to 1, written in percent. */
    SHARE("a share"),
    /** A plain number: pieces, ranks, generations, ratios. */
    NUMBER("a number");

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final int LONGEST = 12;
    private static final int DECIMALS = 4;

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** What this is called in a message: {@code money}, {@code a share}, {@code a number}. */
    public String words() {
        return words;
    }

    /**
     * Writes a number of this unit for people: {@code 300 bn yuan}, {@code 90 %}, {@code 1,200}. Up to twelve digits
     * nothing is lost; a longer number, such as a third, is rounded to four decimals.
     */
    public String write(double number) {
        if (Double.isInfinite(number)) {
            return "any number";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        return switch (this) {
            case MONEY -> money(exact);
            case SHARE -> plain(exact.movePointRight(2)) + " %";
            case NUMBER -> plain(exact);
        };
    }

    private static String money(BigDecimal millions) {
        BigDecimal size = millions.abs();
        if (size.compareTo(THOUSAND) >= 0) {
            return plain(millions.movePointLeft(3)) + " bn yuan";
        }
        if (size.compareTo(BigDecimal.ONE) >= 0 || size.signum() == 0) {
            return plain(millions) + " mn yuan";
        }
        return plain(millions.movePointRight(6)) + " yuan";
    }

    /** Thousands grouped, no locale. */
    private static String plain(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        if (shown.precision() > LONGEST) {
            shown = shown.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        }
        String digits = shown.signum() == 0 ? "0" : shown.toPlainString();
        int dot = digits.indexOf('.');
        int whole = dot < 0 ? digits.length() : dot;
        StringBuilder grouped = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = whole - 3; i > first; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
