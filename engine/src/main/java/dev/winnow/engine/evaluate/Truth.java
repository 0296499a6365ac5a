package dev.winnow.engine.evaluate;

/** Whether something holds, as far as that can be said. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It cannot be said. */
    UNKNOWN,
    /** It does not hold. */
    FALSE;

    static Truth of(boolean certainly, boolean possibly) {
        return certainly ? TRUE : possibly ? UNKNOWN : FALSE;
    }

    public Truth and(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }
}
