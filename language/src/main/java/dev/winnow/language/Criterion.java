package dev.winnow.language;

import dev.winnow.model.result.Side;
import java.math.BigDecimal;

/**
 * A criterion, on which candidates are scored from 0 to 100 by the rules of one file.
 *
 * @param id its id and its file's name
 * @param title its title
 * @param side whose gain it measures
 * @param weight its weight among the criteria of its side; above 0
 */
public record Criterion(String id, String title, Side side, BigDecimal weight) {}
