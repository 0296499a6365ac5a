package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import org.jspecify.annotations.Nullable;

/** The numbered conditions and values of a pack's rules, as the join evaluator reads them. Immutable. */
interface Conditions {

    /**
     * {@return the truth of conditions that read only one fact}
     *
     * @param number the number of the conditions
     * @param fact the fact
     * @param keys the keys that unwritten rows cannot have
     */
    Truth alone(int number, Object fact, WrittenKeys keys);

    /**
     * {@return the truth of conditions that read several facts}
     *
     * @param number the number of the conditions
     * @param facts the facts, by pattern index
     * @param keys the keys that unwritten rows cannot have
     */
    Truth joint(int number, @Nullable Object[] facts, WrittenKeys keys);

    /**
     * {@return a component of a fact as conditions compare it, or a value computed from its components; null if it is
     * unknown}
     *
     * @param number the number of the value
     * @param fact the fact
     * @param keys the keys that unwritten rows cannot have
     */
    @Nullable
    Object read(int number, Object fact, WrittenKeys keys);

    /**
     * {@return the value of an expression; null if it is unknown}
     *
     * @param number the number of the value
     * @param facts the facts, by pattern index
     * @param ends the intervals of counts and sums, by pattern index
     */
    @Nullable
    Object value(int number, @Nullable Object[] facts, Interval[] ends);
}
