package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and values of a pack's rules, by number, as the join evaluator reads them. Immutable.
 */
interface Conditions {

    /**
     * {@return how far conditions are met that read one fact alone}
     *
     * @param number the number of the conditions or value
     * @param fact the fact
     * @param keys of the rows that nobody wrote down
     */
    Truth alone(int number, Object fact, WrittenKeys keys);

    /**
     * {@return how far conditions are met that read several facts, each at the place of its pattern in the rule}
     *
     * @param number the number of the conditions or value
     * @param facts the facts, by the index of their pattern
     * @param keys of the rows that nobody wrote down
     */
    Truth joint(int number, @Nullable Object[] facts, WrittenKeys keys);

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
     * @param ends the intervals of counts and sums, by the index of their pattern
     */
    @Nullable
    Object value(int number, @Nullable Object[] facts, Interval[] ends);
}
