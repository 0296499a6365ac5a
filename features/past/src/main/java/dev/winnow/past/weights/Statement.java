package dev.winnow.past.weights;

import dev.winnow.model.source.Place;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastPreference;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A statement that restricts weights. */
public sealed interface Statement {

    /** {@return its place; null for a line of the pack's order} */
    @Nullable
    Place place();

    /** A decision about a pair. */
    record Decided(PastDecision decision) implements Statement {

        @Override
        public Place place() {
            return decision.place();
        }
    }

    /** A preference between two pairs. */
    record Preferred(PastPreference preference) implements Statement {

        @Override
        public Place place() {
            return preference.place();
        }
    }

    /**
     * A line of the pack's order of importance: one criterion weighs at least as much as another of its side.
     *
     * @param more the criterion that weighs at least as much
     * @param less the other one
     */
    record Ordered(String more, String less) implements Statement {

        @Override
        public @Nullable Place place() {
            return null;
        }
    }

    /**
     * A preference between two rows of a table, or a tie.
     *
     * @param better the row that ranks first
     * @param worse the other one
     * @param tied whether both rank alike
     */
    record Ranked(String better, String worse, boolean tied, Place place) implements Statement {}

    /**
     * The class of a row of a table.
     *
     * @param name the row
     * @param group the class, from 1, the best
     */
    record Classed(String name, int group, Place place) implements Statement {}

    /**
     * An answer about a swing: the weight of a criterion as a percentage of the largest weight of its side.
     *
     * @param criterion the criterion
     * @param top the criterion of its side with the largest swing
     * @param low the smallest percentage
     * @param high the largest percentage
     */
    record Swing(String criterion, String top, BigDecimal low, BigDecimal high, Place place) implements Statement {}
}
