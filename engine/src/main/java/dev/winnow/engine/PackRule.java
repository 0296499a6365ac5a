package dev.winnow.engine;

import dev.winnow.model.ChainAction;
import dev.winnow.model.Effect;
import dev.winnow.model.Place;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule, as read.
 *
 * @param id kebab-case, unique in the pack
 * @param criterion the file it stands in
 * @param title what it says
 * @param points what it is worth in full; 0 unless it awards
 * @param source where it comes from
 * @param family rules of one family measure the same thing and count once; null for none
 * @param action what it finds the project to do to the chain; null for nothing
 * @param place where its id stands
 * @param patterns its conditions
 * @param verb what it does
 * @param leading the arguments before the text: part and whole, criterion and ceiling, district
 * @param text the sentence with {@code %s} for each argument
 * @param arguments what fills the sentence
 */
record PackRule(
        String id,
        String criterion,
        String title,
        BigDecimal points,
        String source,
        @Nullable String family,
        @Nullable ChainAction action,
        Place place,
        List<Pattern> patterns,
        Verb verb,
        List<Expression> leading,
        String text,
        List<Expression.Variable> arguments) {

    Effect effect() {
        return verb.effect;
    }

    /** The criterion it bears on: the one a cap names, else its own. */
    String target() {
        return verb == Verb.CAP && leading.get(0) instanceof Expression.Text capped ? capped.value() : criterion;
    }

    /** Whether it earns points. */
    boolean awards() {
        return effect() == Effect.AWARD;
    }
}
