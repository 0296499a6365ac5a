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
 * @param criterion the id of its criterion, which is the name of its file
 * @param effect its effect
 * @param points its full points; 0 unless it awards points
 * @param family the family whose rules count once together; null if it has none
 * @param action the chain action that the rule finds; null if it finds none
 * @param source its source
 * @param table the id of the rule whose table contains it as a row; null if it is not a row
 * @param place its place in the file
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
