package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions and values of a pack's rules, as bound by a {@link ConditionBinder}. */
final class BoundConditions implements Conditions {

    private static final @Nullable Object[] NO_FACTS = {};
    private static final Interval[] NO_ENDS = {};

    private final BoundCondition[] alone;
    private final BoundCondition[] joint;
    private final BoundValue[] read;
    private final BoundValue[] value;

    BoundConditions(
            List<BoundCondition> alone, List<BoundCondition> joint, List<BoundValue> read, List<BoundValue> value) {
        this.alone = alone.toArray(BoundCondition[]::new);
        this.joint = joint.toArray(BoundCondition[]::new);
        this.read = read.toArray(BoundValue[]::new);
        this.value = value.toArray(BoundValue[]::new);
    }

    @Override
    public Truth alone(int number, Object fact, WrittenKeys keys) {
        return alone[number].truth(fact, NO_FACTS, NO_ENDS, keys);
    }

    @Override
    public Truth joint(int number, @Nullable Object[] facts, WrittenKeys keys) {
        return joint[number].truth(null, facts, NO_ENDS, keys);
    }

    @Override
    public @Nullable Object read(int number, Object fact, WrittenKeys keys) {
        return read[number].of(fact, NO_FACTS, NO_ENDS, keys);
    }

    @Override
    public @Nullable Object value(int number, @Nullable Object[] facts, Interval[] ends) {
        return value[number].of(null, facts, ends, WrittenKeys.NONE);
    }
}
