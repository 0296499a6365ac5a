package dev.winnow.engine;

/** The algorithm that finds the matches of a pack's rules. All algorithms find the same matches. */
public enum Matcher {
    /** Nested loops over indexed rows. */
    FUSED,
    /** Drools' own algorithm, used as the reference; requires the module {@code winnow-drools}. */
    PHREAK
}
