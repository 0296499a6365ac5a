package dev.winnow.drools.internal.compile;

/** The two readings of a rule when not everything is known. */
public enum Reading {
    /** An unknown comparison is false. */
    CERTAIN,
    /** An unknown comparison is true. */
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

    /** The question that generated code asks of a truth. */
    public String question() {
        return this == CERTAIN ? ".isCertain()" : ".isPossible()";
    }

    /** A part of generated names: {@code low} or {@code high}. */
    public String id() {
        return this == CERTAIN ? "low" : "high";
    }
}
