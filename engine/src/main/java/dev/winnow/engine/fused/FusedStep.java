package dev.winnow.engine.fused;

import dev.winnow.engine.compile.Conditions;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.vocabulary.FactType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one pattern are found that meet it. Numbers are those of the pack's {@link Conditions}; -1 where there
 * are none.
 *
 * @param pattern its place in the rule
 * @param kind whether a row is matched, must be absent, or is counted or added
 * @param type the rows' type
 * @param alone the conditions that read a row alone: the same rows meet them for every candidate
 * @param keys the equalities by which rows are looked up
 * @param joint the conditions that remain, and are asked of each row that is left
 * @param sum what is counted or added up; null unless that is the pattern's kind
 * @param kept under which number what it comes to for a candidate is kept for other rules; -1 if it hangs on more than that
 */
record FusedStep(
        int pattern,
        Pattern.Kind kind,
        FactType type,
        int alone,
        List<Equality> keys,
        int joint,
        @Nullable Sum sum,
        int kept) {

    /**
     * An equality: a component of the row is, is in, or holds a component of a fact found before; or just not.
     *
     * @param row the component of the row: one value, or a list of them
     * @param other the place of the fact found before
     * @param value its component
     * @param many whether that is a list, of which any value will do
     * @param negated whether it must not be so
     * @param shared under which number its answer for a candidate is kept for other rules; -1 if it is not the candidate's
     */
    record Equality(int row, int other, int value, boolean many, boolean negated, int shared) {}

    /**
     * A count or sum.
     *
     * @param total its comparison
     * @param amount what of a row is added up, where that reads the row alone; -1 otherwise
     * @param argument what is added up, where that reads other facts too; -1 otherwise; both are -1 for a count
     * @param right what it is compared with
     */
    record Sum(Pattern.Total total, int amount, int argument, int right) {}
}
