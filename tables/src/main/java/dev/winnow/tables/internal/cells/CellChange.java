package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;

/**
 * A cell whose value differs from its text.
 *
 * @param place place of the cell
 * @param heading heading of its column
 * @param from text of the cell
 * @param into value of the cell; empty if it has none
 * @param kind reason of the difference
 */
public record CellChange(Place place, String heading, String from, String into, Kind kind) {

    /** Reason why the value of a cell differs from its text. */
    public enum Kind {
        /** The unit of the heading was added. */
        UNIT,
        /** A name was replaced by the id of its entry. */
        NAME,
        /** A date was rewritten in the form of universe files. */
        DATE,
        /** A yes or no was rewritten as true or false. */
        FLAG,
        /** The text says that there is none. */
        NONE,
        /** The text says that the value is unknown. */
        UNKNOWN,
        /** Merged cells share their text. */
        MERGED,
        /** An id was generated from the name. */
        ID,
        /** Decimal commas or groups separated by points were rewritten. */
        DECIMALS,
        /** Months were converted to years. */
        YEARS,
        /** Blanks or a leading apostrophe were removed. */
        BLANKS,
        /** The mapping gives the text another value. */
        WORD,
        /** The format of the cell displays nothing. */
        UNSHOWN,
        /** The text is longer than a universe accepts; its beginning counts. */
        CUT,
        /** Parts of the text are struck through. */
        STRUCK,
        /** Cells at the end of the row are missing and count as unknown. */
        SHORT
    }
}
