package dev.winnow.engine.oracle;

import java.util.Set;

/**
 * The key of an unwritten row: unknown, but not a key of a written row.
 *
 * @param taken the keys of the written rows
 */
record Unnamed(Set<Object> taken) {

    /** UNKNOWN if the key may be a text, FALSE if it cannot. */
    Truth is(Object text) {
        return taken.contains(text) ? Truth.FALSE : Truth.UNKNOWN;
    }
}
