package dev.winnow.engine.oracle;

import org.jspecify.annotations.Nullable;

/** A constraint on a row and the variables bound so far. */
@FunctionalInterface
interface Claim {
    Truth of(Row row, @Nullable Object[] variables);
}
