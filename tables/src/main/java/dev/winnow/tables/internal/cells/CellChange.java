package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;

/**
 * A cell that was read as something other than its text.
 *
 * @param place where it stands
 * @param heading of its column
 * @param from its text
 * @param into what it was read as; empty for nothing
 * @param kind why
 */
public record CellChange(Place place, String heading, String from, String into, Kind kind) {

    /** Why a cell was read as something other than its text. */
    public enum Kind {
        /** The unit of the heading was added. */
        UNIT,
        /** A name was taken for the id of what it names. */
        NAME,
        /** A date was written anew. */
        DATE,
        /** A yes or no was written anew. */
        FLAG,
        /** It states that there is none. */
        NONE,
        /** It states that the value is unknown. */
        UNKNOWN,
        /** Merged cells share their text. */
        MERGED,
        /** An id was made from the name. */
        ID,
        /** Decimal commas were read, or points between groups of digits. */
        DECIMALS,
        /** Months were taken for years. */
        YEARS,
        /** Blanks or a leading apostrophe were taken away. */
        BLANKS,
        /** The mapping says what it stands for. */
        WORD,
        /** Cells are missing at the end of the row; they are not known. */
        SHORT
    }
}
