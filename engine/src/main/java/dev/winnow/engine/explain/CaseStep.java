package dev.winnow.engine.explain;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of a rule as evaluated for a case: the step at which the rule stops, or one before it. Of several rows,
 * the one with which the rule gets furthest.
 *
 * @param place where the pattern stands
 * @param text the pattern, as it is written, on one line
 * @param truth whether it is met
 * @param row which row is shown; null where the type has one alone, and where there is none
 * @param others how many other rows were looked at and got no further
 * @param note a further remark; null for none
 * @param values the values of the pattern's variables
 * @param constraints its constraints, up to the first that fails
 */
public record CaseStep(
        Place place,
        String text,
        Truth truth,
        @Nullable String row,
        int others,
        @Nullable Message note,
        List<Value> values,
        List<Constraint> constraints) {

    public CaseStep {
        values = List.copyOf(values);
        constraints = List.copyOf(constraints);
    }

    /**
     * A constraint and what it compares.
     *
     * @param text as it is written
     * @param truth whether it holds
     * @param values the value of each operand that is not written out
     * @param place where it stands; of one that fails, where the part stands that does
     * @param gap by how much it fails; null if it does not, and where that is no number
     */
    public record Constraint(String text, Truth truth, List<Value> values, Place place, Obstacle.@Nullable Gap gap) {

        public Constraint {
            values = List.copyOf(values);
        }
    }

    /**
     * An operand and its value.
     *
     * @param name as it is written
     * @param value the value in words; {@code unknown} where it is not known
     * @param limit the limit that it is; null if it is none
     */
    public record Value(String name, String value, @Nullable String limit) {}
}
