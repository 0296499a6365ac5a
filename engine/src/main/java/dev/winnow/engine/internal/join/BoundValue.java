package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of a rule, bound to the components, counts and sums that it reads. Immutable. */
interface BoundValue {

    /**
     * {@return the value; null if it is unknown}
     *
     * @param fact the only fact that it reads; null if it reads the facts of patterns
     * @param facts the facts, by pattern index
     * @param ends the intervals of counts and sums, by pattern index
     * @param keys the keys that unwritten rows cannot have
     */
    @Nullable
    Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys);

    /** A component of the only fact read. */
    final class Own implements BoundValue {

        private final FactType.Reader reader;

        Own(FactType.Reader reader) {
            this.reader = reader;
        }

        @Override
        public @Nullable Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return reader.of(Objects.requireNonNull(fact));
        }
    }

    /** A component of the fact of a pattern. */
    final class Component implements BoundValue {

        private final int pattern;
        private final FactType.Reader reader;

        Component(int pattern, FactType.Reader reader) {
            this.pattern = pattern;
            this.reader = reader;
        }

        @Override
        public @Nullable Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return reader.of(Objects.requireNonNull(facts[pattern]));
        }
    }

    /** The key of a row of a city's list, as conditions compare it. */
    final class Key implements BoundValue {

        private final int pattern;
        private final String type;
        private final FactType.Reader reader;

        /** @param pattern the index of the pattern whose fact is read; negative for the only fact read */
        Key(int pattern, String type, FactType.Reader reader) {
            this.pattern = pattern;
            this.type = type;
            this.reader = reader;
        }

        @Override
        public @Nullable Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            Object row = Objects.requireNonNull(pattern < 0 ? fact : facts[pattern]);
            Object key = reader.of(row);
            return key == null ? keys.key(type, Vocabulary.isUnwritten(row), null) : key;
        }
    }

    /** A text, truth value or number written in the rule. */
    final class Constant implements BoundValue {

        private final Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        public Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return value;
        }
    }

    final class Total implements BoundValue {

        private final int pattern;
        private final Unit unit;
        private final boolean open;

        /** @param open whether it is known only as an interval */
        Total(int pattern, Unit unit, boolean open) {
            this.pattern = pattern;
            this.unit = unit;
            this.open = open;
        }

        @Override
        public Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            Interval sum = ends[pattern];
            return open ? Figure.between(sum.low(), sum.high(), unit) : Figure.exactly(sum.low(), unit);
        }
    }

    /** The size of a list. */
    final class Size implements BoundValue {

        private final BoundValue list;

        Size(BoundValue list) {
            this.list = list;
        }

        @Override
        public @Nullable Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Figure.size((Collection<?>) list.of(fact, facts, ends, keys));
        }
    }

    /** The result of an arithmetic operator. */
    final class Calculated implements BoundValue {

        private final char sign;
        private final BoundValue left;
        private final BoundValue right;

        Calculated(char sign, BoundValue left, BoundValue right) {
            this.sign = sign;
            this.left = left;
            this.right = right;
        }

        @Override
        public @Nullable Object of(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Figure.calculated(
                    sign, (Figure) left.of(fact, facts, ends, keys), (Figure) right.of(fact, facts, ends, keys));
        }
    }
}
