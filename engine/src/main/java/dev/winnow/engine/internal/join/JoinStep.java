package dev.winnow.engine.internal.join;

import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one pattern: how its matching rows are found. Numbers are those of the pack's {@link Conditions}; -1 for
 * none.
 *
 * @param pattern its index in the rule
 * @param kind whether a row is matched, must be absent, or is counted or added
 * @param type the rows' type
 * @param alone the conditions that read only the row, and so hold for the same rows with every candidate
 * @param keys the equalities used to look up rows
 * @param joint the remaining conditions, checked for each row that is left
 * @param sum the count or sum; null for other kinds of pattern
 * @param kept the number under which rules share its result for a candidate; -1 if it depends on other facts too
 * @param independent whether it is an absence, count or sum that reads only its rows and the candidate, so that its result is
 *     independent of earlier matches
 */
record JoinStep(
        int pattern,
        Pattern.Kind kind,
        FactType type,
        int alone,
        List<Equality> keys,
        int joint,
        @Nullable Sum sum,
        int kept,
        boolean independent) {

    /**
     * An equality or its negation: a component of the row equals, is in, or contains a component of an earlier fact.
     *
     * @param row the component of the row: one value, or a list of values
     * @param other the index of the earlier fact's pattern
     * @param value the component of the earlier fact
     * @param many whether that component is a list; any of its elements may match
     * @param negated whether the equality is negated
     * @param shared the number under which rules share its result for a candidate; -1 if it does not read the candidate
     */
    record Equality(int row, int other, int value, boolean many, boolean negated, int shared) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Equality equality
                    && row == equality.row
                    && this.other == equality.other
                    && value == equality.value
                    && many == equality.many
                    && negated == equality.negated
                    && shared == equality.shared;
        }

        @Override
        public int hashCode() {
            return (row * 31 + other) * 31 + value;
        }
    }

    /**
     * A count or sum.
     *
     * @param total its comparison
     * @param amount the summand, if it reads only the row; otherwise -1
     * @param argument the summand, if it reads other facts too; otherwise -1; both are -1 for a count
     * @param right the value that the total is compared with
     */
    record Sum(Pattern.Total total, int amount, int argument, int right) {}

    /** Explicit, because steps are compared at every start-up, and the generated method loads about thirty classes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof JoinStep step
                        && pattern == step.pattern
                        && kind == step.kind
                        && type.name().equals(step.type.name())
                        && alone == step.alone
                        && joint == step.joint
                        && kept == step.kept
                        && independent == step.independent
                        && Objects.equals(sum, step.sum)
                        && keys.equals(step.keys));
    }

    @Override
    public int hashCode() {
        return (pattern * 31 + alone) * 31 + joint;
    }
}
