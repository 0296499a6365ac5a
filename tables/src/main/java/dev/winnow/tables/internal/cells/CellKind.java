package dev.winnow.tables.internal.cells;

/** Properties of a cell besides its text. */
public enum CellKind {
    /** Text in its final form: numbers written out, shares with a percent sign, dates as {@code 2025-03-01}. */
    PLAIN,
    /** Text of a workbook that may be a number written with a comma or a point. Numeric cells always have a point. */
    WRITTEN,
    /** An error such as {@code #REF!}. */
    ERROR,
    /** A formula without a saved value. */
    UNCOMPUTED,
    /** A value whose format displays another one: 12.5 for 125000, 5 March for a day of 2025. */
    SCALED,
    /** A value whose format displays nothing. */
    UNSHOWN,
    /** A text or number that is struck through. */
    STRUCK,
    /** A text without its runs that are struck through. */
    PARTLY_STRUCK,
    /** A text with raised or lowered parts, such as footnote marks and exponents. */
    RAISED,
    /** A value of its own in a merged cell, which displays another text. */
    COVERED,
    /** The top cell of merged cells, whose text they share. */
    ABOVE,
    /** A merged cell that repeats the text above it. */
    BELOW,
    /** A merged cell that repeats the text to its left. */
    BESIDE
}
