package dev.winnow.model.result;

import dev.winnow.model.domain.ChainAction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that certainly holds for a candidate, with its reason.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param criterion the criterion it counts for; the capped one for a CAP
 * @param effect its effect
 * @param points its full points; 0 if it awards none
 * @param share the part of the points it certainly earns, 0–1; 1 if points are not shared
 * @param contribution its part of the side's low score; negative for the cap that lowers the score
 * @param reason the reason why it holds, with the values it read
 * @param source the source of the rule
 * @param action the project's effect on the chain according to the rule; null if the rule states none
 * @param facts the facts it matched
 * @param also further reasons why it holds, which do not change the score
 * @param evidence the values it read, with their origins
 */
public record Finding(
        String rule,
        String title,
        String criterion,
        Effect effect,
        BigDecimal points,
        BigDecimal share,
        BigDecimal contribution,
        String reason,
        String source,
        @Nullable ChainAction action,
        List<FactRef> facts,
        List<String> also,
        List<Citation> evidence) {}
