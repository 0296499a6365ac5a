package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exchange rate: the value of one unit of another currency in the currency of a universe.
 *
 * @param from the currency that is converted
 * @param to the currency that amounts are converted to
 * @param factor the value of one {@code from} in {@code to}; above 0
 * @param asOf the day of the rate
 * @param source the publisher of the rate; null if none is named
 */
public record Rate(
        Unit from,
        Unit to,
        Amount factor,
        LocalDate asOf,
        @Nullable String source) {

    public Rate {
        Objects.requireNonNull(asOf, "asOf");
        if (!from.isMoney() || !to.isMoney() || from.equals(to)) {
            throw new IllegalArgumentException("not two different currencies: " + from + " and " + to);
        }
        if (factor.isZero() || factor.isUnbounded()) {
            throw new IllegalArgumentException("a rate must be above 0 and finite: " + factor);
        }
    }

    /** Converts a figure. The result's evidence contains the amount as written. */
    Figure convert(Figure figure, String written) {
        Evidence known = figure.evidence() == null ? Evidence.NONE : figure.evidence();
        return new Figure(
                figure.low().times(factor),
                figure.high().times(factor),
                to,
                figure.bound(),
                known.converted(new Conversion(written, this)));
    }

    /** Returns the rate in words: {@code 1 USD = 7.1 yuan (2025-12-31, ECB)}. */
    public Message words() {
        return source == null
                ? Message.of("%s %s = %s %s (%s)", 1, from, factor, to, asOf)
                : Message.of("%s %s = %s %s (%s, %s)", 1, from, factor, to, asOf, source);
    }
}
