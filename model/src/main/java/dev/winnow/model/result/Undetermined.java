package dev.winnow.model.result;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule for which it is undetermined whether, or how far, it holds.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param criterion the criterion it counts for; the capped one for a CAP
 * @param effect what it would do
 * @param points the points at stake; 0 where it awards nothing
 * @param contribution what it takes from the side's low score: negative for a possible cap that bites, else 0
 * @param missing the facts that would decide it, sorted: {@code project.fundingNeed}, {@code city.demands}
 */
public record Undetermined(
        String rule,
        String title,
        String criterion,
        Effect effect,
        BigDecimal points,
        BigDecimal contribution,
        List<String> missing) {}
