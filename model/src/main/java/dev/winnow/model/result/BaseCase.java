package dev.winnow.model.result;

import dev.winnow.model.value.ScoreInterval;
import java.util.Map;

/**
 * A second judgement of a candidate beside the sound one: what is unknown is assumed, as a committee does, and the result
 * is judged by the same rules. What no assumption reaches stays unknown. It changes nothing of the sound judgement.
 *
 * @param verdict the verdict
 * @param because the reason for the verdict
 * @param score the score; low and high differ as far as something stays unknown
 * @param sides what each side gains
 */
public record BaseCase(Verdict verdict, VerdictReason because, ScoreInterval score, Map<Side, ScoreInterval> sides) {}
