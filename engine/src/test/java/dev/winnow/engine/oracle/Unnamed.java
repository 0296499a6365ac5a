package dev.winnow.engine.oracle;

import java.util.Set;

/**
 * The key of a row that nobody wrote down: unknown, but none of the keys of the rows that are written.
 *
 * @param taken the keys of those
 */
record Unnamed(Set<Object> taken) {

    /** Whether it is a text: it may be, or it is not. */
    Truth is(Object text) {
        return taken.contains(text) ? Truth.FALSE : Truth.UNKNOWN;
    }
}
