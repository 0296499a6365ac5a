package dev.winnow.tables.internal.entries;

/** Reason why a row is neither taken nor refused: it contains no entry. */
public enum PassedOver {
    /** The headings, or the upper part of them. */
    HEADINGS,
    /** A title or a note above the headings. */
    ABOVE,
    /** Repeated headings, as on each printed page. */
    AGAIN,
    /** Numbers of the columns, below their headings. */
    NUMBERING,
    /** The title of a further table. */
    TITLE,
    /** The unit of the table below. */
    UNIT,
    /** The name of a section. */
    SECTION,
    /** Only a row number. */
    EMPTY,
    /** A sum or an average of rows. */
    TOTAL,
    /** A note. */
    NOTE,
    /** A row of a sheet without known headings. */
    STRANGE_SHEET,
    /** A row of a hidden sheet. */
    HIDDEN_SHEET,
    /** A row of a template's sheet of explanations. */
    EXPLANATION,
    /** An entry of a list that tables cannot contain, such as the answers of a universe. */
    NO_TABLE,
    /** A row that only repeats known facts. */
    KNOWN,
    /** A row or sheet that the mapping does not cover. */
    NOT_MEANT
}
