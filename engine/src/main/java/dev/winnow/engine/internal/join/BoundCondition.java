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
 * A condition of a rule, bound to the values that it reads. It is evaluated in both readings at once, which gives the
 * same as one after the other: what certainly holds possibly does, and a negation turns both round. Immutable.
 */
interface BoundCondition {

    /**
     * {@return how far it is met}
     *
     * @param fact the fact that it reads alone; null where it reads the facts of patterns
     * @param facts the facts, by the index of their pattern
     * @param ends the intervals of counts and sums
     * @param keys of the rows that nobody wrote down
     */
    Truth truth(@Nullable Object fact, @Nullable Object[] facts, Interval[] ends, WrittenKeys keys);

    /** All of several conditions. */
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

    /** Any of several conditions. */
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

    /** The negation of a condition. */
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

    /** A figure is at least another, or a day not before another. */
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

    /** A figure is more than another, or a day after another. */
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

    /** Two values are the same. */
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

    /** An item is in a list. */
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

    /** An item is one of the texts of the rule. */
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

    /** That a row, if nobody wrote it down, may have another key than those that are written. */
    final class NewKey implements BoundCondition {

        private final int pattern;
        private final String type;
        private final List<List<BoundValue>> left;

        /**
         * @param pattern the index of the pattern whose fact it is; below 0 for the fact that is read alone
         * @param type the name of its type
         * @param left for each part of its key what it can be: texts, or one list of them
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
