package dev.winnow.engine.evaluate;

/** The algorithm that finds the matches of a pack's rules. Both find the same. */
public enum Matcher {
    /** Nested loops over indexed rows; rules that exceed their limits are left to {@link #PHREAK} and counted. */
    FUSED,
    /** Drools' own algorithm, the reference. */
    PHREAK
}
