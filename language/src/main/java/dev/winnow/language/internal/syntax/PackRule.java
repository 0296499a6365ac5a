package dev.winnow.language.internal.syntax;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed rule, not yet checked.
 *
 * @param id kebab-case, unique in the pack
 * @param criterion the id of its criterion, which is the name of its file
 * @param title its title
 * @param points its full points; 0 unless it awards points
 * @param source its source
 * @param family the family whose rules measure the same thing and count once; null if it has none
 * @param action the chain action that the rule finds; null if it finds none
 * @param place the place of its id
 * @param patterns its conditions
 * @param consequence its consequence
 * @param row the table row that it was expanded from; null if it was written as a rule
 */
public record PackRule(
        String id,
        String criterion,
        String title,
        BigDecimal points,
        String source,
        @Nullable String family,
        @Nullable ChainAction action,
        Place place,
        List<Pattern> patterns,
        Consequence consequence,
        RuleTable.@Nullable Row row) {

    public Effect effect() {
        return consequence.effect();
    }

    /** Returns the arguments before the text: part and whole, criterion and ceiling, or district. */
    public List<Expression> leading() {
        return consequence.leading();
    }

    /** Returns the text of the reason, with {@code %s} for each argument. */
    public String text() {
        return consequence.reason().text();
    }

    /** Returns the arguments of the reason. */
    public List<Expression.Variable> arguments() {
        return consequence.reason().arguments();
    }

    /** Returns the criterion it affects: the one it caps, else its own. */
    public String target() {
        String capped = consequence.capped();
        return capped == null ? criterion : capped;
    }

    /** Returns the names of the groups it belongs to: its criterion, and the rule whose table contains it. */
    public List<String> groups() {
        return row == null ? List.of(criterion) : List.of(criterion, row.table().id());
    }

    /** Returns a problem that underlines the rule's id, with its quotes. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, id.length() + 2, advice);
    }

    /** Whether it awards points. */
    public boolean awards() {
        return effect().hasPoints();
    }
}
