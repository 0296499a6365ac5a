package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.engine.internal.join.CityMatches.Tuple;
import dev.winnow.engine.internal.join.JoinStep.Equality;
import dev.winnow.engine.internal.join.JoinStep.Sum;
import dev.winnow.model.value.Figure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nested loops over the rows that match the steps of a rule, in both readings at once. Not thread-safe. */
final class NestedLoops {

    interface Listener {

        /**
         * Receives a match.
         *
         * @return whether it needs more matches
         */
        boolean found(Truth truth);

        /** Whether it reads the facts of a match even if they are not needed for its share. */
        default boolean readsFacts() {
            return true;
        }
    }

    /** Largest number of patterns in a rule. */
    private static final int PATTERNS = 12;

    private static final Interval[] NO_ENDS = {};

    private final Conditions conditions;
    private final WrittenKeys keys;
    private final Lookups lookups;
    private final BudgetMeter meter;
    private final @Nullable Object[] facts = new Object[PATTERNS];
    private final Interval[] ends = new Interval[PATTERNS];
    private final int[] rows = new int[PATTERNS];
    /** By step: the rows that it loops over, and the rows found by one of its keys. */
    private final @Nullable TriBitSet[] chosen = new TriBitSet[PATTERNS];

    private final @Nullable TriBitSet[] found = new TriBitSet[PATTERNS];
    /** Results shared between rules, by number, and the turn in which they were computed. */
    private final Truth[] keptTruth;

    private final Interval[] keptSums;
    private final int[] keptIn;
    private final Interval.Sum adding = new Interval.Sum();
    private BoundStep[] boundSteps = BoundStep.NONE;
    private Listener listener = truth -> true;
    private String rule = "";

    /**
     * @param keys the keys that the city's unwritten rows cannot have
     * @param lookups the look-ups by the candidate's own values
     * @param sharedResults the number of shared absences, counts and sums
     * @param meter counts the rows tried
     */
    NestedLoops(Conditions conditions, WrittenKeys keys, Lookups lookups, int sharedResults, BudgetMeter meter) {
        this.conditions = conditions;
        this.keys = keys;
        this.lookups = lookups;
        this.meter = meter;
        this.keptTruth = new Truth[sharedResults];
        this.keptSums = new Interval[sharedResults];
        this.keptIn = new int[sharedResults];
    }

    /** The facts of the patterns, by index. */
    @Nullable
    Object[] facts() {
        return facts;
    }

    /** The intervals of counts and sums, by pattern index. */
    Interval[] ends() {
        return ends;
    }

    /** Enumerates the matches of steps. */
    void walk(JoinRule joinRule, BoundStep[] steps, Listener receiver) {
        begin(joinRule, steps, receiver);
        from(0, Truth.YES);
    }

    /** Prepares for steps whose preceding facts and intervals the caller fills in. */
    void begin(JoinRule joinRule, BoundStep[] steps, Listener receiver) {
        boundSteps = steps;
        listener = receiver;
        rule = joinRule.checked().id();
    }

    /** The match just reported, as a tuple that can be continued later. */
    Tuple tuple(JoinRule of, Truth truth) {
        int patterns = of.checked().types().size();
        return new Tuple(
                Arrays.copyOf(facts, patterns),
                of.prefixHasTotals() ? Arrays.copyOf(ends, patterns) : NO_ENDS,
                truth,
                of.probe() < 0 ? 0 : rows[of.probe()],
                further(of),
                of.prefixShare() ? of.share(conditions, facts, ends) : null,
                of.prefixSuggestion() ? of.suggestion(conditions, facts, ends) : null);
    }

    private int[] further(JoinRule of) {
        int[] read = new int[of.further().size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = rows[of.further().get(i).pattern()];
        }
        return read;
    }

    /**
     * Truth of the steps that are independent of the match of the prefix. Leaves their counts and sums in {@link #ends}.
     *
     * @param project the candidate
     */
    Truth independent(JoinRule joinRule, BoundStep[] steps, Object project) {
        boundSteps = steps;
        rule = joinRule.checked().id();
        facts[joinRule.candidate().pattern()] = project;
        Truth all = Truth.YES;
        for (int i = 0; i < steps.length && all != Truth.NO; i++) {
            all = all.and(whole(i, steps[i]));
        }
        return all;
    }

    /**
     * Continues from a step.
     *
     * @param truth the truth of the previous steps
     * @return whether the listener needs more matches
     */
    boolean from(int index, Truth truth) {
        if (index == boundSteps.length) {
            return listener.found(truth);
        }
        BoundStep bound = boundSteps[index];
        return switch (bound.step().kind()) {
            case FACT -> match(index, bound, truth);
            case NOT, ACCUMULATE -> on(index, truth, whole(index, bound));
        };
    }

    private boolean on(int index, Truth truth, Truth holds) {
        return holds == Truth.NO || from(index + 1, truth.and(holds));
    }

    private boolean match(int index, BoundStep bound, Truth truth) {
        TriBitSet bits = rows(index, bound);
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Truth meets = meets(bound, row, bits);
                if (meets != Truth.NO) {
                    rows[bound.step().pattern()] = row;
                    if (!from(index + 1, truth.and(meets))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Truth of an absence, or of the comparison of a count or sum; computed once per candidate if rules share it. */
    private Truth whole(int index, BoundStep bound) {
        JoinStep step = bound.step();
        int kept = step.kept();
        boolean known = kept >= 0 && keptIn[kept] == lookups.turn();
        if (step.sum() == null) {
            Truth absent = known ? keptTruth[kept] : absent(index, bound);
            if (kept >= 0) {
                keptTruth[kept] = absent;
                keptIn[kept] = lookups.turn();
            }
            return absent;
        }
        Interval total = known ? keptSums[kept] : total(index, bound, step.sum());
        ends[step.pattern()] = total;
        if (kept >= 0) {
            keptSums[kept] = total;
            keptIn[kept] = lookups.turn();
        }
        return Comparisons.compare(
                step.sum().total().sign(), total, conditions.value(step.sum().right(), facts, ends));
    }

    /** The total of the rows of a step; cached if a single key finds the rows. */
    private Interval total(int index, BoundStep bound, Sum sum) {
        if (!bound.keepsTotals()) {
            return added(index, bound, sum);
        }
        TriBitSet rows = find(index, bound, 0);
        Interval known = bound.total(rows);
        if (known == null) {
            known = added(index, bound, sum);
            bound.keep(rows, known);
        }
        return known;
    }

    /** Whether no row matches. */
    private Truth absent(int index, BoundStep bound) {
        TriBitSet bits = rows(index, bound);
        Truth some = Truth.NO;
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                some = some.or(meets(bound, row, bits));
                if (some == Truth.YES) {
                    return Truth.NO;
                }
            }
        }
        return some.not();
    }

    private Interval added(int index, BoundStep bound, Sum sum) {
        Interval[] amounts = bound.amounts();
        TriBitSet bits = rows(index, bound);
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Truth meets = meets(bound, row, bits);
                if (meets != Truth.NO) {
                    adding.add(meets, amounts == null ? amount(bound, sum, row) : amounts[row]);
                }
            }
        }
        return adding.taken();
    }

    /** The contribution of a row to a sum. */
    private Interval amount(BoundStep bound, Sum sum, int row) {
        facts[bound.step().pattern()] = bound.table().row(row);
        return Interval.of((Figure) conditions.value(sum.argument(), facts, ends));
    }

    /** Whether a row from a bit set matches a step. Stores the row as the fact of the step's pattern. */
    private Truth meets(BoundStep bound, int row, TriBitSet bits) {
        JoinStep step = bound.step();
        Truth meets = TriBitSet.isSet(bits.certain(), row) ? Truth.YES : Truth.POSSIBLE;
        facts[step.pattern()] = bound.table().row(row);
        return step.joint() < 0 ? meets : meets.and(conditions.joint(step.joint(), facts, keys));
    }

    /** The rows that match a step's keys and its conditions on the row alone. */
    private TriBitSet rows(int index, BoundStep bound) {
        TriBitSet bits = bound.meeting();
        for (int i = 0; i < bound.keys(); i++) {
            TriBitSet those = find(index, bound, i);
            TriBitSet both = room(chosen, index, bound.table());
            both.setBoth(bits, those);
            bits = both;
        }
        int tried = 0;
        for (long word : bits.possible()) {
            tried += Long.bitCount(word);
        }
        meter.look(rule, tried);
        return bits;
    }

    /** The rows found by a key of a step. */
    private TriBitSet find(int step, BoundStep bound, int number) {
        Equality key = bound.key(number);
        Index index = bound.index(number);
        if (key.shared() >= 0) {
            return lookups.find(key, index);
        }
        Object other = facts[key.other()];
        if (other == null) {
            throw new IllegalStateException("no fact matched yet to look up by in " + rule);
        }
        TriBitSet into = room(found, step, bound.table());
        return index.find(conditions.read(key.value(), other, keys), key.many(), key.negated(), into);
    }

    /** A reusable bit set for the rows of a table. */
    static TriBitSet room(@Nullable TriBitSet[] rooms, int number, FactTable table) {
        TriBitSet room = rooms[number];
        if (room == null || room.possible().length != table.words()) {
            room = TriBitSet.none(table.words());
            rooms[number] = room;
        }
        return room;
    }
}
