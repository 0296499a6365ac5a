package dev.winnow.engine.explain;

import dev.winnow.language.RuleSummary;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The obstacle of a rule for a candidate: the constraint at which its nearest match fails. Of several equally near
 * ones, the one that misses by least, then the first in the order of facts.
 *
 * @param rule the rule
 * @param worth what it would add to the low of its side if it held in full, 0–100; 0 unless it awards
 * @param kind how it stops
 * @param place where the constraint stands; its file is named within the pack's folder
 * @param constraint the constraint, in its author's words; the whole pattern where no fact matches it
 * @param type the type of fact that the constraint is on, for example {@code Fund}
 * @param row which fact of that type came nearest; null where there is one alone, or none
 * @param rows how many facts of that type were looked at; 0 where there is one alone
 * @param values what the constraint compares, in words
 * @param gap by how much it fails; null where that is no number
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

    /** How a rule stops. */
    public enum Kind {
        /** A comparison fails: a number is too small or too large, a text or a flag differs. */
        FAILS,
        /** No fact of the type matches. */
        ABSENT,
        /** There is a fact that the rule requires to be absent. */
        PRESENT,
        /** A count or sum is too small or too large. */
        COUNT
    }

    /**
     * By how much a comparison of numbers fails.
     *
     * @param found the actual value
     * @param sign how it should compare with the value needed: {@code >=}, {@code >}, {@code <=}, {@code <}, {@code ==}
     *     or {@code !=}
     * @param needed the value needed
     * @param distance the distance from the nearest possible value to the nearest sufficient one; 0 where only equality
     *     prevents it
     * @param limit the id of the limit that is the value needed; null if it is not a limit
     */
    public record Gap(
            Figure found,
            String sign,
            Figure needed,
            Figure distance,
            @Nullable String limit) {}
}
