package dev.winnow.report.internal.document;

/** A colour by what it stands for; never the only sign of it. */
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
