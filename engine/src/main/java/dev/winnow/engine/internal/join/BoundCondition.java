package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule, bound to the values that it reads. Evaluates both readings at once, which equals evaluating
 * them separately: certain implies possible, and negation swaps them. Immutable.
 */
interface BoundCondition {

    /**
     * {@return the truth of the condition}
     *
     * @param fact the only fact that it reads; null if it reads the facts of patterns
     * @param facts the facts, by pattern index
     * @param ends the intervals of counts and sums, by pattern index
     * @param keys the keys that unwritten rows cannot have
     */
    Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys);

    /** A conjunction. */
    final class All implements BoundCondition {

        private final BoundCondition[] parts;

        All(List<BoundCondition> parts) {
            this.parts = parts.toArray(BoundCondition[]::new);
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            Truth all = Truth.YES;
            for (int i = 0; i < parts.length && all != Truth.NO; i++) {
                all = all.and(parts[i].truth(fact, facts, ends, keys));
            }
            return all;
        }
    }

    /** A disjunction. */
    final class Any implements BoundCondition {

        private final BoundCondition[] parts;

        Any(List<BoundCondition> parts) {
            this.parts = parts.toArray(BoundCondition[]::new);
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            Truth any = Truth.NO;
            for (int i = 0; i < parts.length && any != Truth.YES; i++) {
                any = any.or(parts[i].truth(fact, facts, ends, keys));
            }
            return any;
        }
    }

    final class Not implements BoundCondition {

        private final BoundCondition inner;

        Not(BoundCondition inner) {
            this.inner = inner;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return inner.truth(fact, facts, ends, keys).not();
        }
    }

    /** A figure is at least another, or a date is not before another. */
    final class AtLeast implements BoundCondition {

        private final BoundValue left;
        private final BoundValue right;

        AtLeast(BoundValue left, BoundValue right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Comparisons.atLeast(left.of(fact, facts, ends, keys), right.of(fact, facts, ends, keys));
        }
    }

    /** A figure is more than another, or a date is after another. */
    final class MoreThan implements BoundCondition {

        private final BoundValue left;
        private final BoundValue right;

        MoreThan(BoundValue left, BoundValue right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Comparisons.moreThan(left.of(fact, facts, ends, keys), right.of(fact, facts, ends, keys));
        }
    }

    /** Two values are equal. */
    final class Same implements BoundCondition {

        private final BoundValue left;
        private final BoundValue right;

        Same(BoundValue left, BoundValue right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Comparisons.same(left.of(fact, facts, ends, keys), right.of(fact, facts, ends, keys));
        }
    }

    /** A list contains an item. */
    final class MemberOf implements BoundCondition {

        private final BoundValue item;
        private final BoundValue list;

        MemberOf(BoundValue item, BoundValue list) {
            this.item = item;
            this.list = list;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Comparisons.memberOf(
                    item.of(fact, facts, ends, keys), (Collection<?>) list.of(fact, facts, ends, keys));
        }
    }

    /** An item equals one of the rule's texts. */
    final class OneOf implements BoundCondition {

        private final BoundValue item;
        private final List<String> options;

        OneOf(BoundValue item, List<String> options) {
            this.item = item;
            this.options = List.copyOf(options);
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            return Comparisons.oneOf(item.of(fact, facts, ends, keys), options);
        }
    }

    /** A row, if unwritten, can have a key that no written row has. */
    final class NewKey implements BoundCondition {

        private final int pattern;
        private final String type;
        private final List<List<BoundValue>> left;

        /**
         * @param pattern the index of the pattern whose fact is tested; negative for the only fact that the condition
         *     reads
         * @param type the name of its type
         * @param left the possible values of each part of its key: texts, or a single list of them
         */
        NewKey(int pattern, String type, List<List<BoundValue>> left) {
            this.pattern = pattern;
            this.type = type;
            this.left = left;
        }

        @Override
        public Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys) {
            if (!Vocabulary.isUnwritten(Objects.requireNonNull(pattern < 0 ? fact : facts[pattern]))) {
                return Truth.YES;
            }
            List<@Nullable Object> known = new ArrayList<>();
            for (List<BoundValue> part : left) {
                known.add(
                        part.size() == 1
                                ? part.get(0).of(fact, facts, ends, keys)
                                : all(part, fact, facts, ends, keys));
            }
            return keys.mayBeNew(type, known) ? Truth.POSSIBLE : Truth.NO;
        }

        private static @Nullable List<Object> all(
                List<BoundValue> values,
                @Nullable Object fact,
                @Nullable Object[] facts,
                Interval[] ends,
                WrittenKeys keys) {
            List<Object> all = new ArrayList<>();
            for (BoundValue value : values) {
                Object text = value.of(fact, facts, ends, keys);
                if (text == null) {
                    return null;
                }
                all.add(text);
            }
            return all;
        }
    }
}
