package dev.winnow.report.html;

import java.util.Arrays;
import java.util.Collection;

/** Constants as numbers; the page has their names. */
final class Constants {

    private Constants() {}

    /** Returns the ordinal of a constant. */
    static int place(Enum<?> one) {
        return Arrays.asList(one.getDeclaringClass().getEnumConstants()).indexOf(one);
    }

    /** Returns a number with a bit for each constant, by ordinal. */
    static int bits(Collection<? extends Enum<?>> constants) {
        return constants.stream().mapToInt(one -> 1 << place(one)).sum();
    }
}
