package dev.winnow.engine;

/** Whether a condition holds, as far as that can be said. */
enum Truth {
    TRUE,
    UNKNOWN,
    FALSE;

    static Truth of(boolean certainly, boolean possibly) {
        return certainly ? TRUE : possibly ? UNKNOWN : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }
}
