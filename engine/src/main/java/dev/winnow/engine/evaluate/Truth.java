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

    /**
     * The conjunction.
     *
     * @param other the other operand
     * @return FALSE if either is, else UNKNOWN if either is
     */
    public Truth and(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    /**
     * The disjunction.
     *
     * @param other the other operand
     * @return TRUE if either is, else UNKNOWN if either is
     */
    public Truth or(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    /** {@return the negation; UNKNOWN stays UNKNOWN} */
    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }
}
