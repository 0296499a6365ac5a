package dev.winnow.engine.compile;

import org.jspecify.annotations.Nullable;

/**
 * The conditions and values of a pack's rules, by number: what the class answers that winnow writes for each pack, and the
 * fused evaluator asks. Each answer is straight: nothing in it loops, and it changes nothing.
 *
 * <p>How far a condition is met is told as {@link #NOT}, {@link #POSSIBLY} or {@link #CERTAINLY}, so that the lesser of two
 * is how far both are.
 */
public interface Conditions {

    /** Not met, whatever the unknowns turn out to be. */
    int NOT = 0;

    /** Met or not, as the unknowns turn out. */
    int POSSIBLY = 1;

    /** Met, whatever the unknowns turn out to be. */
    int CERTAINLY = 2;

    /** How far conditions are met that read one fact alone. */
    int alone(int number, Object fact);

    /** How far conditions are met that read several facts, each at the place of its pattern in the rule. */
    int joint(int number, @Nullable Object[] facts);

    /** A component of a fact, or what is worked out of its components; null if it is unknown. */
    @Nullable
    Object read(int number, Object fact);

    /**
     * What an expression comes to; null if it is unknown.
     *
     * @param ends what counts and sums come to: at twice the place of their pattern the least, behind it the most
     */
    @Nullable
    Object value(int number, @Nullable Object[] facts, double[] ends);
}
