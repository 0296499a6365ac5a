package dev.winnow.engine.oracle;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the oracle reads it.
 *
 * @param id its id
 * @param criterion the name of its file
 * @param title the text of its title annotation
 * @param source the text of its source annotation
 * @param points the points that it awards in full; null if it awards none
 * @param family the family of rules that measure the same thing; null if it belongs to none
 * @param action the chain action that it finds
 * @param steps its conditions in order
 * @param variables the number of its variables
 * @param deed its consequence
 * @param text Drools' syntax tree of it
 */
record PlainRule(
        String id,
        String criterion,
        String title,
        String source,
        @Nullable BigDecimal points,
        @Nullable String family,
        @Nullable ChainAction action,
        List<Step> steps,
        int variables,
        Deed deed,
        RuleDescr text) {

    sealed interface Step permits Some, None, Tally {
        Pick pick();
    }

    /** A row that must exist. */
    record Some(Pick pick) implements Step {}

    /** A row that must not exist. */
    record None(Pick pick) implements Step {}

    /**
     * A count or sum, compared with a bound.
     *
     * @param pick the counted rows
     * @param amount the variable summed; −1 for a count
     * @param slot the variable of the result
     * @param unit the unit of a sum
     * @param operator the comparison
     * @param bound the value that it is compared with
     */
    record Tally(Pick pick, int amount, int slot, Unit unit, String operator, Term bound) implements Step {}

    /**
     * Rows of one type that meet constraints, which bind variables on the way.
     *
     * @param shape the type
     * @param slot the variable of the row itself; −1 for none
     * @param parts bindings and claims in the order written
     * @param pins for each part of a key with several parts, the terms that it must equal or be in; empty if the part
     *     is unconstrained
     */
    record Pick(Shape shape, int slot, List<Part> parts, List<List<Term>> pins) {}

    /** A binding if it has a slot, otherwise a claim. */
    record Part(int slot, @Nullable Term term, @Nullable Claim claim) {}

    /**
     * The consequence of a rule.
     *
     * @param verb the method of {@code card}
     * @param target the criterion that a cap names
     * @param figures slots of the variables before the text
     * @param reason the text
     * @param arguments slots of the variables that fill its placeholders
     */
    record Deed(String verb, @Nullable String target, List<Integer> figures, String reason, List<Integer> arguments) {}
}
