package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a decision.
 *
 * @param id its number among the conditions of the decision, from 1
 * @param text the condition in words
 * @param about the id of a red flag or knock-out that must not hold, or the name of a fact that must be known, such as {@code
 *     project.yieldRate}; null if only people can say whether the condition is met
 * @param owner the person or body that is to meet it; null if none is named
 * @param due the last day to meet it
 */
public record DecisionCondition(
        int id,
        String text,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String about,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String owner,

        LocalDate due) {

    public DecisionCondition {
        Objects.requireNonNull(text);
        Objects.requireNonNull(due);
        if (id < 1) {
            throw new IllegalArgumentException("conditions are numbered from 1");
        }
    }

    /** Whether it is about a fact; facts have an owner before a point in their names, and rules have none. */
    public boolean isAboutFact() {
        return about != null && about.indexOf('.') >= 0;
    }
}
