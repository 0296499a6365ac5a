package dev.winnow.engine.explain;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of a rule, evaluated for a case: the pattern at which the rule fails, or one before it. Shows the row
 * with which the rule gets furthest.
 *
 * @param place where the pattern is
 * @param text the pattern's source, on one line
 * @param truth whether the pattern is met
 * @param row the row shown; null if the type has only one fact, or none matches
 * @param others the number of other rows tried; none got further
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
     * A constraint and the values that it compares.
     *
     * @param text its source
     * @param truth whether it holds
     * @param values the value of each operand that is not a literal
     * @param place where it is; for a constraint that fails, where its failing part is
     * @param gap by how much it fails; null if it holds or compares no numbers
     */
    public record Constraint(String text, Truth truth, List<Value> values, Place place, Obstacle.@Nullable Gap gap) {

        public Constraint {
            values = List.copyOf(values);
        }
    }

    /**
     * An operand and its value.
     *
     * @param name its source
     * @param value the value in words; {@code unknown} if it is not known
     * @param limit the id of the limit that the operand stands for; null if it is not a limit
     */
    public record Value(String name, String value, @Nullable String limit) {}
}
