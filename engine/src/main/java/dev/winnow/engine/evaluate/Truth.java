package dev.winnow.engine.evaluate;

/** A three-valued truth. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It is undecided. */
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
