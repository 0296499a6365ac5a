package dev.winnow.language;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Place;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The description of a rule without its conditions.
 *
 * @param id unique in the pack
 * @param title its title
 * @param criterion the file it stands in
 * @param effect what it does
 * @param points its full points; 0 unless it awards
 * @param family rules of one family count once; null for none
 * @param action what it finds a project to do to the chain; null for nothing
 * @param source where it comes from
 * @param table the id of the rule whose table it is a row of; null if it is a rule of its own
 * @param place where it stands
 */
public record RuleSummary(
        String id,
        String title,
        String criterion,
        Effect effect,
        BigDecimal points,
        @Nullable String family,
        @Nullable ChainAction action,
        String source,
        @Nullable String table,
        Place place) {}
