package dev.winnow.workbench.internal.edit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number in a file of a pack, with its place.
 *
 * @param kind the kind of value
 * @param key identifies it among the numbers of the pack, also after edits of other places
 * @param of the id of the limit, criterion or rule, the threshold, or the fact of an assumption
 * @param title its title as in the file; empty if it has none
 * @param group the side of a criterion, or the file of a rule; otherwise empty
 * @param file the name of the file
 * @param line the line, from 1
 * @param column the first character, from 1, in UTF-16 units
 * @param text the number as written, such as {@code 100,000,000}
 * @param unit the rest of the value, such as {@code bn yuan}; empty if there is none
 * @param from the first day of a limit’s value, as written; null if it has always been in force
 * @param source the source; null if it is assumed or has none
 * @param reason the reason of an assumed value; null otherwise
 */
public record PackNumber(
        Kind kind,
        String key,
        String of,
        String title,
        String group,
        String file,
        int line,
        int column,
        String text,
        String unit,
        @Nullable String from,
        @Nullable String source,
        @Nullable String reason) {

    /** The kinds of numbers. */
    public enum Kind {
        LIMIT,
        WEIGHT,
        THRESHOLD,
        POINTS,
        ASSUMPTION
    }

    static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** {@return the number} */
    public BigDecimal value() {
        return new BigDecimal(text.replace(",", ""));
    }

    /** {@return the smallest number that a slider offers} */
    public BigDecimal low() {
        return kind == Kind.WEIGHT || kind == Kind.POINTS ? step() : BigDecimal.ZERO;
    }

    /** {@return the largest number that a slider offers: 100 for a percentage, otherwise about twice the value} */
    public BigDecimal high() {
        BigDecimal value = value();
        if ((kind != Kind.LIMIT && kind != Kind.ASSUMPTION) || unit.startsWith("%")) {
            return HUNDRED.max(value);
        }
        return value.signum() == 0 ? BigDecimal.ONE : value.multiply(TWO);
    }

    /** {@return the distance between the numbers that a slider offers, by which the value can be reached} */
    public BigDecimal step() {
        BigDecimal value = value();
        int decimals = Math.max(0, value.scale());
        BigDecimal fine = BigDecimal.ONE.movePointLeft(decimals);
        int digits = value.precision() - value.scale();
        BigDecimal step = digits <= 2 ? fine : BigDecimal.valueOf(5).scaleByPowerOfTen(digits - 3);
        while (step.compareTo(fine) > 0 && value.remainder(step).signum() != 0) {
            step = step.divide(BigDecimal.TEN, new MathContext(6, RoundingMode.HALF_UP));
        }
        return new BigDecimal(step.max(fine).stripTrailingZeros().toPlainString());
    }
}
