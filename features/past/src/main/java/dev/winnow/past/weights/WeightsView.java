package dev.winnow.past.weights;

import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Implied weights with their origin.
 *
 * @param implied the weights
 * @param pack the pack; null for a table
 * @param universe the universe; null for a table
 * @param illustrative whether the universe is fictitious
 * @param names the names of projects and cities
 */
public record WeightsView(
        ImpliedWeights implied,
        @Nullable Edition pack,
        @Nullable Edition universe,
        boolean illustrative,
        Names names) {}
