package dev.winnow.engine.explain;

import dev.winnow.language.pack.RuleSummary;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a rule from holding for a candidate: the constraint at which it stops on the way by which it gets furthest.
 * Of several ways that get equally far, the one that misses by least, then the first by the order of facts.
 *
 * @param rule the rule
 * @param worth what it would add to the low of its side if it held in full, 0–100; 0 unless it awards
 * @param kind how it stops
 * @param place where the constraint stands; its file is named within the pack's folder
 * @param constraint the constraint, in its author's words; the whole pattern where no fact matches it
 * @param type the type of fact that it asks of, for example {@code Fund}
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
        /** A comparison fails: a number is too small or too large, a text or a yes another. */
        FAILS,
        /** No fact of the type matches. */
        ABSENT,
        /** There is a fact of which the rule asks that there be none. */
        PRESENT,
        /** A count or sum is too small or too large. */
        COUNT
    }

    /**
     * By how much a comparison of numbers fails.
     *
     * @param found what is there
     * @param sign how it should compare with what is needed: {@code >=}, {@code >}, {@code <=}, {@code <}, {@code ==} or
     *     {@code !=}
     * @param needed what is needed
     * @param distance from the nearest that it can be to the nearest that suffices; 0 where only equality is in the way
     * @param limit the limit that is needed; null if it is none
     */
    public record Gap(
            Figure found,
            String sign,
            Figure needed,
            Figure distance,
            @Nullable String limit) {}
}
