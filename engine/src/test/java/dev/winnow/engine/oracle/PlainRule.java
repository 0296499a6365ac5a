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
 * @param id its name
 * @param criterion the file it stands in
 * @param title of its annotation
 * @param source of its annotation
 * @param points what it awards in full; null where it awards nothing
 * @param family the rules that measure the same thing; null if it stands alone
 * @param action what it finds the project to do to the chain
 * @param steps its conditions in order
 * @param variables how many variables it binds
 * @param deed what it does
 * @param text Drools' own tree of it
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

    /** A condition. */
    sealed interface Step permits Some, None, Tally {
        Pick pick();
    }

    /** A row there is. */
    record Some(Pick pick) implements Step {}

    /** A row there is not. */
    record None(Pick pick) implements Step {}

    /**
     * A count or a sum, compared.
     *
     * @param pick what is counted
     * @param amount the variable summed; −1 for a count
     * @param slot the variable of the result
     * @param unit what a sum counts
     * @param operator how it compares
     * @param bound what it compares with
     */
    record Tally(Pick pick, int amount, int slot, Unit unit, String operator, Term bound) implements Step {}

    /**
     * Rows of one type that meet constraints, which bind variables on the way.
     *
     * @param shape the type
     * @param slot the variable of the row itself; −1 for none
     * @param parts bindings and claims in the order written
     * @param pins for each part of a key of several parts, the terms that it must equal, or be in; empty if a part may be any
     */
    record Pick(Shape shape, int slot, List<Part> parts, List<List<Term>> pins) {}

    /** A binding, if it has a slot, or a claim. */
    record Part(int slot, @Nullable Term term, @Nullable Claim claim) {}

    /**
     * The verb and what it is told.
     *
     * @param verb of {@code card}
     * @param target the criterion that a cap names
     * @param figures slots of the variables before the text
     * @param reason the text
     * @param arguments slots of the variables that fill it
     */
    record Deed(String verb, @Nullable String target, List<Integer> figures, String reason, List<Integer> arguments) {}
}
