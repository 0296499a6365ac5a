package dev.winnow.tables.internal.headings;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.DecimalSign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table with its meaning.
 *
 * @param place place of the heading
 * @param number column number, from 1
 * @param heading the heading as written
 * @param means the property that it gives, such as {@code fundingNeed} or {@code fundingNeed.source}; null if the
 *     column is not taken
 * @param unit unit in the heading; null if there is none
 * @param state how the meaning was found
 * @param choices possible meanings of an open column
 * @param decimals decimal sign of the numbers; null if it was not determined
 * @param figures the figures of its first rows
 */
public record Column(
        Place place,
        int number,
        String heading,
        @Nullable String means,
        @Nullable String unit,
        State state,
        List<String> choices,
        @Nullable DecimalSign decimals,
        ColumnFigures figures) {

    /** How the meaning of a column was found. */
    public enum State {
        /** The heading is known. */
        KNOWN,
        /** The user gave the meaning. */
        GIVEN,
        /** The user left the column out. */
        LEFT_OUT,
        /** The column is never taken, such as row numbers. */
        IGNORED,
        /** The column is a part of the figure of another column, which is taken instead. */
        PART,
        /** The heading is unknown; the column is not taken. */
        UNKNOWN,
        /** A mapping proposes a meaning that is not confirmed; the column is not taken. */
        PROPOSED,
        /** The heading has several possible meanings. */
        AMBIGUOUS,
        /** The heading is similar to a known one. */
        NEARLY,
        /** The column has no heading and contains amounts; its letters stand for the heading. */
        UNNAMED,
        /** Another column has the same meaning. */
        TWICE,
        /** The heading names a currency other than that of the universe. */
        FOREIGN
    }

    public Column {
        choices = List.copyOf(choices);
    }

    /** Whether the meaning must be decided before rows can be read. */
    public boolean isOpen() {
        return switch (state) {
            case AMBIGUOUS, NEARLY, UNNAMED, TWICE, FOREIGN -> true;
            default -> false;
        };
    }

    /** The target of the column; null if it is not taken. */
    public @Nullable Key key(EntryKind kind) {
        return means == null ? null : Key.parse(means, kind);
    }

    Column as(@Nullable String meaning, State how, List<String> open) {
        return new Column(place, number, heading, meaning, unit, how, open, decimals, figures);
    }

    Column inUnit(@Nullable String otherUnit) {
        return new Column(place, number, heading, means, otherUnit, state, choices, decimals, figures);
    }

    /** The column with the figures of its first rows. */
    Column with(ColumnFigures others) {
        return new Column(place, number, heading, means, unit, state, choices, decimals, others);
    }

    /** The column with another decimal sign. */
    public Column with(DecimalSign sign) {
        return new Column(place, number, heading, means, unit, state, choices, sign, figures);
    }
}
