package dev.winnow.tables.cells;

/** What is to be known of a cell besides its text. */
public enum CellKind {
    /** Its text says it all: a number is written out, a share with its percent sign, a day as {@code 2025-03-01}. */
    PLAIN,
    /** An error such as {@code #REF!}. */
    ERROR,
    /** A formula whose value nobody computed. */
    UNCOMPUTED,
    /** Merged with a cell above, whose text it has. */
    BELOW,
    /** Merged with a cell to its left, whose text it has. */
    BESIDE
}
