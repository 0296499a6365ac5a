package dev.winnow.analysis.weights;

import dev.winnow.engine.RulePack;
import org.jspecify.annotations.Nullable;

/** Weightings of the criteria of a pack, drawn at random among those that keep to its order of importance. */
public final class WeightDraws {

    private WeightDraws() {}

    /**
     * {@return weightings, each with the weights of all criteria, in the order of the pack; those of a side add up to 1. Null if
     * the pack's order allows too many orders to count}
     *
     * @param samples how many
     * @param seed equal seeds draw equal weightings
     */
    public static double @Nullable [][] of(RulePack pack, int samples, long seed) {
        WeightSampling sampling = WeightSampling.of(pack.criteria(), pack.order());
        return sampling == null ? null : sampling.draw(samples, seed);
    }
}
