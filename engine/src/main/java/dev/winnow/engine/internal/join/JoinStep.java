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
 * @param alone the conditions that read a row alone: the same rows meet them for every candidate
 * @param keys the equalities by which rows are looked up
 * @param joint the remaining conditions, checked for each row that is left
 * @param sum what is counted or added up; null unless that is the pattern's kind
 * @param kept the number under which its result for a candidate is shared with other rules; -1 if it depends on other
 *     facts too
 * @param apart whether it is an absence, a count or a sum that reads no fact but its rows and the candidate, so that it holds
 *     as far whatever was matched before
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
        boolean apart) {

    /**
     * An equality or its negation: a component of the row is, is in, or contains a component of an earlier fact.
     *
     * @param row the component of the row: one value, or a list of them
     * @param other the index of the pattern of the earlier fact
     * @param value its component
     * @param many whether that is a list, any value of which may match
     * @param negated whether the equality is negated
     * @param shared the number under which its result for a candidate is shared with other rules; -1 if it does not
     *     read the candidate
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
     * @param amount the value that is added up, where it reads the row alone; -1 otherwise
     * @param argument the value that is added up, where it reads other facts too; -1 otherwise; both are -1 for a count
     * @param right the value it is compared with
     */
    record Sum(Pattern.Total total, int amount, int argument, int right) {}

    /** Written out, since every start compares steps: Java spins some thirty classes for a record's own. */
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
                        && apart == step.apart
                        && Objects.equals(sum, step.sum)
                        && keys.equals(step.keys));
    }

    @Override
    public int hashCode() {
        return (pattern * 31 + alone) * 31 + joint;
    }
}
