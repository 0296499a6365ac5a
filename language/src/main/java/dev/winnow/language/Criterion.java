package dev.winnow.language;

import dev.winnow.model.result.Side;
import java.math.BigDecimal;

/**
 * A criterion: one rule file whose rules score each candidate from 0 to 100.
 *
 * @param id its id, which is also the name of its file
 * @param title its title
 * @param side the side whose gain it measures
 * @param weight its weight among the criteria of its side; above 0
 */
public record Criterion(String id, String title, Side side, BigDecimal weight) {}
