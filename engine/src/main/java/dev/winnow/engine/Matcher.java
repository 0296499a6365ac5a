package dev.winnow.engine;

/** The algorithm that finds the matches of a pack's rules. Both find the same. */
public enum Matcher {
    /** Nested loops over indexed rows. */
    FUSED,
    /** Drools' own algorithm, the reference; in the module {@code winnow-drools}. */
    PHREAK
}
