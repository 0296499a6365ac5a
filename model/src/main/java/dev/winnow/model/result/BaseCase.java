package dev.winnow.model.result;

import dev.winnow.model.value.ScoreInterval;
import java.util.Map;

/**
 * A second judgement of a candidate, beside the sound one, which assumes nothing: values are assumed for unknown facts,
 * as a committee does, and the same rules judge the result. Facts without an assumption stay unknown. The sound
 * judgement does not depend on it.
 *
 * @param verdict the verdict
 * @param because the reason for the verdict
 * @param score the score; low and high differ as far as facts stay unknown
 * @param sides the gain of each side
 */
public record BaseCase(Verdict verdict, VerdictReason because, ScoreInterval score, Map<Side, ScoreInterval> sides) {}
