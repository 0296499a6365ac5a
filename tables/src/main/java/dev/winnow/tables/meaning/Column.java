package dev.winnow.tables.meaning;

import dev.winnow.model.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column of a table was understood.
 *
 * @param place where its heading stands
 * @param number from 1
 * @param heading the heading as it is written
 * @param means what it gives: {@code yieldRate}, {@code yieldRate.source}; null if it is not taken
 * @param unit the unit that its heading says; null if it says none
 * @param state how that came about
 * @param choices what it may mean, where that is open
 */
public record Column(
        Place place,
        int number,
        String heading,
        @Nullable String means,
        @Nullable String unit,
        State state,
        List<String> choices) {

    /** How a column came to its meaning. */
    public enum State {
        /** Its heading is known. */
        KNOWN,
        /** Its heading was said to mean this. */
        TOLD,
        /** It is not taken, as was said. */
        LEFT_OUT,
        /** It is not taken, and never would be: a number of the row. */
        IGNORED,
        /** Its heading is not known; it is not taken. */
        UNKNOWN,
        /** Its heading can mean several things. */
        AMBIGUOUS,
        /** Its heading is nearly one that is known. */
        NEARLY,
        /** Another column has its meaning already. */
        TWICE
    }

    public Column {
        choices = List.copyOf(choices);
    }

    /** Whether rows cannot be read before it is said what it means. */
    public boolean isOpen() {
        return state == State.AMBIGUOUS || state == State.NEARLY || state == State.TWICE;
    }

    Column as(@Nullable String meaning, State how, List<String> open) {
        return new Column(place, number, heading, meaning, unit, how, open);
    }

    Column inUnit(@Nullable String otherUnit) {
        return new Column(place, number, heading, means, otherUnit, state, choices);
    }
}
