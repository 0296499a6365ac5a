package dev.winnow.engine.oracle;

import org.jspecify.annotations.Nullable;

/** A value read from a row and the variables bound so far; null is unknown. */
@FunctionalInterface
interface Term {
    @Nullable
    Object of(Row row, @Nullable Object[] variables);
}
