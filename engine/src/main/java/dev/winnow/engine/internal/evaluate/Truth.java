package dev.winnow.engine.internal.evaluate;

/** A three-valued truth: how far something holds while some values are unknown. */
public enum Truth {
    /** It does not hold, whatever the unknown values are. */
    NO,
    /** It holds for some of the values that the unknowns may have. */
    POSSIBLE,
    /** It holds, whatever the unknown values are. */
    YES;

    /**
     * {@return the truth of two readings: YES in the certain one, else POSSIBLE in the possible one}
     *
     * @param certainly whether it certainly holds
     * @param possibly whether it possibly holds
     */
    static Truth of(boolean certainly, boolean possibly) {
        return certainly ? YES : possibly ? POSSIBLE : NO;
    }

    /**
     * The conjunction.
     *
     * @param other the other operand
     * @return NO if either is, else POSSIBLE if either is
     */
    public Truth and(Truth other) {
        return this == NO || other == YES ? this : other;
    }

    /**
     * The disjunction.
     *
     * @param other the other operand
     * @return YES if either is, else POSSIBLE if either is
     */
    public Truth or(Truth other) {
        return this == YES || other == NO ? this : other;
    }

    /** {@return the negation; POSSIBLE stays POSSIBLE} */
    public Truth not() {
        return this == YES ? NO : this == NO ? YES : POSSIBLE;
    }

    /** {@return whether it certainly holds} */
    public boolean isCertain() {
        return this == YES;
    }

    /** {@return whether it holds, certainly or possibly} */
    public boolean isPossible() {
        return this != NO;
    }
}
