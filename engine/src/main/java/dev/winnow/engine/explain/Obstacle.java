package dev.winnow.engine.explain;

import dev.winnow.language.RuleSummary;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The obstacle of a rule for a candidate: the constraint at which its nearest match fails. Among equally near matches,
 * that with the smallest gap counts, then the first in the order of facts.
 *
 * @param rule the rule
 * @param worth the increase of its side's low score if the rule held in full, 0–100; 0 unless it awards
 * @param kind how it fails
 * @param place where the constraint is; the file name is relative to the pack's folder
 * @param constraint the constraint in its author's words; the whole pattern if no fact matches it
 * @param type the fact type of the constraint, for example {@code Fund}
 * @param row the fact of that type that came nearest; null if the type has only one fact, or none
 * @param rows the number of facts of that type tried; 0 if the type has only one
 * @param values the values that the constraint compares, in words
 * @param gap by how much it fails; null if it compares no numbers
 */
public record Obstacle(
        RuleSummary rule,
        BigDecimal worth,
        Kind kind,
        Place place,
        String constraint,
        String type,
        @Nullable String row,
        int rows,
        List<CaseStep.Value> values,
        @Nullable Gap gap) {

    public Obstacle {
        values = List.copyOf(values);
    }

    /** The ways in which a rule can fail. */
    public enum Kind {
        /** A comparison fails: a number is too small or too large, or a text or flag differs. */
        FAILS,
        /** No fact of the type matches. */
        ABSENT,
        /** A fact exists that the rule requires to be absent. */
        PRESENT,
        /** A count or sum is too small or too large. */
        COUNT
    }

    /**
     * The gap of a failing comparison of numbers.
     *
     * @param found the actual value
     * @param sign the required relation to {@code needed}: {@code >=}, {@code >}, {@code <=}, {@code <}, {@code ==} or
     *     {@code !=}
     * @param needed the value needed
     * @param distance the distance from the nearest possible value to the nearest sufficient one; 0 if {@code found}
     *     fails only because it equals {@code needed}
     * @param limit the id of the limit that {@code needed} comes from; null if it is not a limit
     */
    public record Gap(
            Figure found,
            String sign,
            Figure needed,
            Figure distance,
            @Nullable String limit) {}
}
