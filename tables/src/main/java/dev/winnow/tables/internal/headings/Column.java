package dev.winnow.tables.internal.headings;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.DecimalSign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table with its meaning.
 *
 * @param place where its heading stands
 * @param number from 1
 * @param heading the heading as it is written
 * @param means what it gives: {@code fundingNeed}, {@code fundingNeed.source}; null if it is not taken
 * @param unit the unit that its heading says; null if it says none
 * @param state how that came about
 * @param choices what it may mean, where that is open
 * @param decimals how its numbers are written; null if that was not found out
 */
public record Column(
        Place place,
        int number,
        String heading,
        @Nullable String means,
        @Nullable String unit,
        State state,
        List<String> choices,
        @Nullable DecimalSign decimals) {

    /** How the meaning of a column was found. */
    public enum State {
        /** Its heading is known. */
        KNOWN,
        /** The user said what its heading means. */
        TOLD,
        /** The user said that it is not taken. */
        LEFT_OUT,
        /** It is never taken: a number of the row. */
        IGNORED,
        /** Its heading is not known; it is not taken. */
        UNKNOWN,
        /** A mapping proposes what it gives, which nobody confirmed; it is not taken. */
        PROPOSED,
        /** Its heading can mean several things. */
        AMBIGUOUS,
        /** Its heading is nearly one that is known. */
        NEARLY,
        /** Another column has its meaning already. */
        TWICE,
        /** Its heading says money of another currency than the universe counts in. */
        FOREIGN
    }

    public Column {
        choices = List.copyOf(choices);
    }

    /** Whether its meaning must be decided before rows can be read. */
    public boolean isOpen() {
        return switch (state) {
            case AMBIGUOUS, NEARLY, TWICE, FOREIGN -> true;
            default -> false;
        };
    }

    /** What it gives; null if it is not taken. */
    public @Nullable Key key(EntryKind kind) {
        return means == null ? null : Key.parse(means, kind);
    }

    Column as(@Nullable String meaning, State how, List<String> open) {
        return new Column(place, number, heading, meaning, unit, how, open, decimals);
    }

    Column inUnit(@Nullable String otherUnit) {
        return new Column(place, number, heading, means, otherUnit, state, choices, decimals);
    }

    /** The same with its numbers written so. */
    public Column with(DecimalSign sign) {
        return new Column(place, number, heading, means, unit, state, choices, sign);
    }
}
