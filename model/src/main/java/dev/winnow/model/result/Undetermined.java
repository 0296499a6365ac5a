package dev.winnow.model.result;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule that is undetermined: it may or may not hold, or its extent is open.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param criterion the criterion it counts for; the capped one for a CAP
 * @param effect its possible effect
 * @param points the points at stake; 0 if it awards none
 * @param contribution its deduction from the side's low score: negative for a possible cap that lowers the score, else
 *     0
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
