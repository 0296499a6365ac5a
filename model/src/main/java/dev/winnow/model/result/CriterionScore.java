package dev.winnow.model.result;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;

/**
 * The score of a candidate on one criterion, 0 to 100.
 *
 * @param id the criterion: {@code demand-pull}
 * @param title its display name
 * @param side the side whose gain it measures
 * @param weight its weight among the criteria of its side, as the pack states it
 * @param span certain and possible score
 */
public record CriterionScore(String id, String title, Side side, BigDecimal weight, ScoreInterval span) {}
