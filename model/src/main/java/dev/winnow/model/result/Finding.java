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
 * @param effect what it does
 * @param points what it is worth in full; 0 where it awards nothing
 * @param share the part of the points it certainly earns, 0–1; 1 where nothing is shared
 * @param contribution its part of the side's low score; negative for the cap that bites
 * @param reason why it holds, with the values it read
 * @param source where the rule comes from
 * @param action what the rule finds the project to do to the chain; null if it says nothing of that
 * @param facts what it matched
 * @param also further reasons for which it holds, which count nothing
 * @param evidence the values it read and where they come from
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
