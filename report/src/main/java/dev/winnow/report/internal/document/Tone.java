package dev.winnow.report.internal.document;

/** The meaning of a colour, which is never its only sign. */
public enum Tone {
    NONE,
    GOOD,
    CAUTION,
    BAD,
    /** The side of the city. */
    CITY,
    /** The side of the project. */
    PROJECT
}
