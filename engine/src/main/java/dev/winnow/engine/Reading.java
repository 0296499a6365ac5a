package dev.winnow.engine;

/** The two ways to read a rule when not everything is known. */
enum Reading {
    /** An unknown comparison is false. */
    CERTAIN,
    /** An unknown comparison is true. */
    POSSIBLE;

    private static final String MARK = " ?";

    /** The reading under a negation. */
    Reading swapped() {
        return this == CERTAIN ? POSSIBLE : CERTAIN;
    }

    /** What a rule is called in this reading. */
    String name(String rule) {
        return this == CERTAIN ? rule : rule + MARK;
    }

    /** The class whose methods decide comparisons. */
    String type() {
        return (this == CERTAIN ? Certainly.class : Possibly.class).getSimpleName();
    }

    /** A part of generated names: {@code low} or {@code high}. */
    String id() {
        return this == CERTAIN ? "low" : "high";
    }
}
