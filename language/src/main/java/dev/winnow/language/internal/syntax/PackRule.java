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
 * A rule as parsed, not yet checked.
 *
 * @param id kebab-case, unique in the pack
 * @param criterion the file it stands in
 * @param title its title
 * @param points its full points; 0 unless it awards
 * @param source where it comes from
 * @param family rules of one family measure the same thing and count once; null for none
 * @param action what it finds the project to do to the chain; null for nothing
 * @param place where its id stands
 * @param patterns its conditions
 * @param consequence what it does
 * @param row the row of a table that it is written out from; null if it is written as a rule
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

    /** The arguments before the text: part and whole, criterion and ceiling, district. */
    public List<Expression> leading() {
        return consequence.leading();
    }

    /** The text of the reason, with {@code %s} for each argument. */
    public String text() {
        return consequence.reason().text();
    }

    /** The arguments of the reason. */
    public List<Expression.Variable> arguments() {
        return consequence.reason().arguments();
    }

    /** The criterion it affects: the one that it caps, else its own. */
    public String target() {
        String capped = consequence.capped();
        return capped == null ? criterion : capped;
    }

    /** The names of what it belongs to: its criterion, and the rule whose table it is a row of. */
    public List<String> groups() {
        return row == null ? List.of(criterion) : List.of(criterion, row.table().id());
    }

    /** A problem that underlines the rule's id, with its quotes. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, id.length() + 2, advice);
    }

    /** Whether it earns points. */
    public boolean awards() {
        return effect().hasPoints();
    }
}
