package dev.winnow.tables.internal.entries;

/** Why a row is neither taken nor refused: it holds no entry. */
public enum PassedOver {
    /** It holds the headings, or the upper part of them. */
    HEADINGS,
    /** A title or a note above the headings. */
    ABOVE,
    /** The headings once more, as on each printed page. */
    AGAIN,
    /** It counts the columns below their headings. */
    NUMBERING,
    /** The title of a further table. */
    TITLE,
    /** It says the unit of the table below it. */
    UNIT,
    /** The name of a section. */
    SECTION,
    /** It has a number of its own and nothing else. */
    EMPTY,
    /** A sum or an average of rows. */
    TOTAL,
    /** A note. */
    NOTE,
    /** It stands in a sheet without headings that winnow knows. */
    STRANGE_SHEET,
    /** It stands in a hidden sheet. */
    HIDDEN_SHEET,
    /** It stands in a sheet by which a template explains itself. */
    EXPLANATION,
    /** It is an entry of a list that no table holds, such as the answers of a universe. */
    NO_TABLE,
    /** It says nothing but what is known already of whom it speaks of. */
    KNOWN,
    /** A mapping is of other rows, or of other sheets. */
    NOT_MEANT
}
