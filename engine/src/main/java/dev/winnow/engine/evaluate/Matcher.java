package dev.winnow.engine.evaluate;

/** What finds the ways in which the rules of a pack hold. Both find the same. */
public enum Matcher {
    /** Nested loops over indexed rows; what asks for more than those do is left to {@link #PHREAK}, and told. */
    FUSED,
    /** Drools' own algorithm, the reference. */
    PHREAK
}
