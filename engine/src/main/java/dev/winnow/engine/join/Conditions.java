package dev.winnow.engine.join;

import dev.winnow.engine.evaluate.WrittenKeys;
import dev.winnow.model.value.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and values of a pack's rules, by number, as the join evaluator reads them. Immutable.
 *
 * <p>A truth is given as {@link #NOT}, {@link #POSSIBLY} or {@link #CERTAINLY}, so that the conjunction of two is their
 * minimum.
 */
interface Conditions {

    /** Not met, whatever the unknowns are. */
    int NOT = 0;

    /** Met or not, depending on the unknowns. */
    int POSSIBLY = 1;

    /** Met, whatever the unknowns are. */
    int CERTAINLY = 2;

    /**
     * {@return how far conditions are met that read one fact alone}
     *
     * @param number the number of the conditions or value
     * @param fact the fact
     * @param keys of the rows that nobody wrote down
     */
    int alone(int number, Object fact, WrittenKeys keys);

    /**
     * {@return how far conditions are met that read several facts, each at the place of its pattern in the rule}
     *
     * @param number the number of the conditions or value
     * @param facts the facts, by the index of their pattern
     * @param keys of the rows that nobody wrote down
     */
    int joint(int number, @Nullable Object[] facts, WrittenKeys keys);

    /**
     * {@return a component of a fact as conditions compare it, or a value computed from its components; null if it is unknown}
     *
     * @param number the number of the conditions or value
     * @param fact the fact
     * @param keys of the rows that nobody wrote down
     */
    @Nullable
    Object read(int number, Object fact, WrittenKeys keys);

    /**
     * {@return the value of an expression; null if it is unknown}
     *
     * @param number the number of the conditions or value
     * @param facts the facts, by the index of their pattern
     * @param ends the intervals of counts and sums: the least at twice the index of their pattern, the most after it
     */
    @Nullable
    Object value(int number, @Nullable Object[] facts, Amount[] ends);
}
