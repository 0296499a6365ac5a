package dev.winnow.tables.internal.cells;

/** What a cell is besides its text. */
public enum CellKind {
    /** Its text is complete: a number is written out, a share with its percent sign, a day as {@code 2025-03-01}. */
    PLAIN,
    /** A text of a workbook that may write a number, with a comma or a point in it; cells that hold numbers have a point. */
    WRITTEN,
    /** An error such as {@code #REF!}. */
    ERROR,
    /** A formula without a saved value. */
    UNCOMPUTED,
    /** A number whose format shows another one, such as 12.5 for 125000. */
    SCALED,
    /** Merged with cells below, which share its text. */
    ABOVE,
    /** Merged with a cell above, whose text it has. */
    BELOW,
    /** Merged with a cell to its left, whose text it has. */
    BESIDE
}
