package dev.winnow.drools.internal.compile;

/** The two readings of a rule that depends on unknown facts. */
public enum Reading {
    /** A comparison with an unknown value is false. */
    CERTAIN,
    /** A comparison with an unknown value is true. */
    POSSIBLE;

    private static final String MARK = " ?";

    /** The reading under a negation. */
    public Reading swapped() {
        return this == CERTAIN ? POSSIBLE : CERTAIN;
    }

    /** The name of a compiled rule in this reading. */
    public String name(String rule) {
        return this == CERTAIN ? rule : rule + MARK;
    }

    /** The method of {@code Truth} that generated code calls. */
    public String question() {
        return this == CERTAIN ? ".isCertain()" : ".isPossible()";
    }

    /** Part of generated names: {@code low} or {@code high}. */
    public String id() {
        return this == CERTAIN ? "low" : "high";
    }
}
