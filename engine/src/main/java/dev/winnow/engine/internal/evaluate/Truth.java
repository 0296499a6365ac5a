package dev.winnow.engine.internal.evaluate;

/** A three-valued truth: whether a condition holds while some values are unknown. */
public enum Truth {
    /** It holds for none of the possible values. */
    NO,
    /** It holds for some of the possible values. */
    POSSIBLE,
    /** It holds for all possible values. */
    YES;

    /**
     * {@return the truth of two readings: YES if the certain one holds, otherwise POSSIBLE if the possible one does}
     *
     * @param certainly whether the certain reading holds
     * @param possibly whether the possible reading holds
     */
    static Truth of(boolean certainly, boolean possibly) {
        return certainly ? YES : possibly ? POSSIBLE : NO;
    }

    /**
     * The conjunction.
     *
     * @param other the other operand
     * @return NO if either is NO, otherwise POSSIBLE if either is POSSIBLE
     */
    public Truth and(Truth other) {
        return this == NO || other == YES ? this : other;
    }

    /**
     * The disjunction.
     *
     * @param other the other operand
     * @return YES if either is YES, otherwise POSSIBLE if either is POSSIBLE
     */
    public Truth or(Truth other) {
        return this == YES || other == NO ? this : other;
    }

    /** {@return the negation; POSSIBLE stays POSSIBLE} */
    public Truth not() {
        return this == YES ? NO : this == NO ? YES : POSSIBLE;
    }

    /** {@return whether this is YES} */
    public boolean isCertain() {
        return this == YES;
    }

    /** {@return whether this is YES or POSSIBLE} */
    public boolean isPossible() {
        return this != NO;
    }
}
