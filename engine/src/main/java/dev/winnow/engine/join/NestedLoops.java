package dev.winnow.engine.join;

import dev.winnow.engine.evaluate.Bindings;
import dev.winnow.engine.evaluate.Bindings.Ends;
import dev.winnow.engine.evaluate.BudgetMeter;
import dev.winnow.engine.evaluate.Certainly;
import dev.winnow.engine.evaluate.Possibly;
import dev.winnow.engine.evaluate.WrittenKeys;
import dev.winnow.engine.join.CityMatches.Tuple;
import dev.winnow.engine.join.JoinStep.Equality;
import dev.winnow.engine.join.JoinStep.Sum;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nested loops over the rows that match the steps of a rule, in both readings at once. Not thread-safe. */
final class NestedLoops {

    /** Receives each match of the steps. */
    interface Listener {

        /**
         * Receives a match.
         *
         * @return whether it needs more matches
         */
        boolean found(int truth);

        /** Whether it reads the facts of a match even where they are not needed for its share. */
        default boolean readsFacts() {
            return true;
        }
    }

    /** The number of patterns that a rule may have. */
    private static final int PATTERNS = 12;

    private static final Amount[] NO_ENDS = {};

    private final Conditions conditions;
    private final WrittenKeys keys;
    private final Lookups lookups;
    private final BudgetMeter meter;
    private final @Nullable Object[] facts = new Object[PATTERNS];
    private final Amount[] ends = new Amount[2 * PATTERNS];
    private final int[] rows = new int[PATTERNS];
    /** By step: the rows that it loops over, and those that one of its keys finds. */
    private final @Nullable TriBitSet[] chosen = new TriBitSet[PATTERNS];

    private final @Nullable TriBitSet[] found = new TriBitSet[PATTERNS];
    /** By number: the results shared between rules, and the turn in which they were computed. */
    private final int[] keptTruth;

    private final Amount[] keptLow;
    private final Amount[] keptHigh;
    private final int[] keptIn;
    private final Amount.Sum least = new Amount.Sum(RoundingMode.DOWN);
    private final Amount.Sum most = new Amount.Sum(RoundingMode.UP);
    private BoundStep[] boundSteps = BoundStep.NONE;
    private Listener listener = truth -> true;
    private String rule = "";

    /**
     * A walk that has not begun.
     *
     * @param keys of the rows of the city that nobody wrote down
     * @param lookups the look-ups by the candidate's own values
     * @param keepings the number of absences, counts and sums that rules share
     * @param meter counts the rows tried
     */
    NestedLoops(Conditions conditions, WrittenKeys keys, Lookups lookups, int keepings, BudgetMeter meter) {
        this.conditions = conditions;
        this.keys = keys;
        this.lookups = lookups;
        this.meter = meter;
        this.keptTruth = new int[keepings];
        this.keptLow = new Amount[keepings];
        this.keptHigh = new Amount[keepings];
        this.keptIn = new int[keepings];
    }

    /** The facts of the patterns, by their index. */
    @Nullable
    Object[] facts() {
        return facts;
    }

    /** The intervals of counts and sums. */
    Amount[] ends() {
        return ends;
    }

    /** Enumerates the matches of steps. */
    void walk(JoinRule fusedRule, BoundStep[] steps, Listener receiver) {
        begin(fusedRule, steps, receiver);
        from(0, Conditions.CERTAINLY);
    }

    /** Prepares for the steps that follow the facts and intervals to be put in. */
    void begin(JoinRule fusedRule, BoundStep[] steps, Listener receiver) {
        boundSteps = steps;
        listener = receiver;
        rule = fusedRule.checked().id();
    }

    /** The match just reported, as a tuple that can be continued later. */
    Tuple tuple(JoinRule of, int truth) {
        int patterns = of.checked().types().size();
        return new Tuple(
                Arrays.copyOf(facts, patterns),
                of.sumsUpFront() ? Arrays.copyOf(ends, 2 * patterns) : NO_ENDS,
                truth,
                of.looked() < 0 ? 0 : rows[of.looked()],
                further(of),
                of.sharedOut() ? of.share(conditions, facts, ends) : null,
                of.suggestedOut() ? of.suggestion(conditions, facts, ends) : null);
    }

    private int[] further(JoinRule of) {
        int[] read = new int[of.further().size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = rows[of.further().get(i).pattern()];
        }
        return read;
    }

    /**
     * How far steps hold that hold as far whatever the front matches; their counts and sums are then in {@link #ends}.
     *
     * @param project the candidate
     */
    int apart(JoinRule fusedRule, BoundStep[] steps, Object project) {
        boundSteps = steps;
        rule = fusedRule.checked().id();
        facts[fusedRule.candidate().pattern()] = project;
        int all = Conditions.CERTAINLY;
        for (int i = 0; i < steps.length && all != Conditions.NOT; i++) {
            all = Math.min(all, whole(i, steps[i]));
        }
        return all;
    }

    /**
     * Continues from a step.
     *
     * @param truth the truth of the steps before it
     * @return whether the listener needs more matches
     */
    boolean from(int index, int truth) {
        if (index == boundSteps.length) {
            return listener.found(truth);
        }
        BoundStep bound = boundSteps[index];
        return switch (bound.step().kind()) {
            case FACT -> match(index, bound, truth);
            case NOT, ACCUMULATE -> on(index, truth, whole(index, bound));
        };
    }

    private boolean on(int index, int truth, int holds) {
        return holds == Conditions.NOT || from(index + 1, Math.min(truth, holds));
    }

    private boolean match(int index, BoundStep bound, int truth) {
        TriBitSet bits = rows(index, bound);
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                int meets = meets(bound, row, bits);
                if (meets != Conditions.NOT) {
                    rows[bound.step().pattern()] = row;
                    if (!from(index + 1, Math.min(truth, meets))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** How far an absence, a count or a sum meets its condition; computed once for a candidate where rules share it. */
    private int whole(int index, BoundStep bound) {
        JoinStep step = bound.step();
        int kept = step.kept();
        boolean known = kept >= 0 && keptIn[kept] == lookups.turn();
        if (step.sum() == null) {
            int absent = known ? keptTruth[kept] : absent(index, bound);
            if (kept >= 0) {
                keptTruth[kept] = absent;
                keptIn[kept] = lookups.turn();
            }
            return absent;
        }
        if (known) {
            ends[2 * step.pattern()] = keptLow[kept];
            ends[2 * step.pattern() + 1] = keptHigh[kept];
        } else {
            if (bound.keepsTotals()) {
                keptTotal(index, bound, step.sum());
            } else {
                total(index, bound, step.sum());
            }
            if (kept >= 0) {
                keptLow[kept] = ends[2 * step.pattern()];
                keptHigh[kept] = ends[2 * step.pattern() + 1];
                keptIn[kept] = lookups.turn();
            }
        }
        return compared(step.sum(), ends[2 * step.pattern()], ends[2 * step.pattern() + 1]);
    }

    /** Adds up the rows that the only key of a step finds, unless it is known what they come to. */
    private void keptTotal(int index, BoundStep bound, Sum sum) {
        TriBitSet found = find(index, bound, 0);
        int pattern = bound.step().pattern();
        Ends known = bound.total(found);
        if (known == null) {
            total(index, bound, sum);
            bound.keep(found, new Ends(ends[2 * pattern], ends[2 * pattern + 1]));
        } else {
            ends[2 * pattern] = known.low();
            ends[2 * pattern + 1] = known.high();
        }
    }

    private int compared(Sum sum, Amount low, Amount high) {
        Figure right = (Figure) conditions.value(sum.right(), facts, ends);
        return switch (Bindings.holds(sum.total(), new Ends(low, high), right)) {
            case TRUE -> Conditions.CERTAINLY;
            case UNKNOWN -> Conditions.POSSIBLY;
            case FALSE -> Conditions.NOT;
        };
    }

    /** How far there is no matching row. */
    private int absent(int index, BoundStep bound) {
        TriBitSet bits = rows(index, bound);
        int some = Conditions.NOT;
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                some = Math.max(some, meets(bound, row, bits));
                if (some == Conditions.CERTAINLY) {
                    return Conditions.NOT;
                }
            }
        }
        return Conditions.CERTAINLY - some;
    }

    private void total(int index, BoundStep bound, Sum sum) {
        JoinStep step = bound.step();
        Amounts amounts = bound.amounts();
        TriBitSet bits = rows(index, bound);
        for (int word = 0; word < bits.possible().length; word++) {
            for (long left = bits.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                int meets = meets(bound, row, bits);
                if (meets != Conditions.NOT) {
                    Figure amount = amounts == null ? amount(bound, sum, row) : null;
                    if (meets == Conditions.CERTAINLY) {
                        least.add(amounts == null ? Certainly.amount(amount) : amounts.least(row));
                    }
                    most.add(amounts == null ? Possibly.amount(amount) : amounts.most(row));
                }
            }
        }
        ends[2 * step.pattern()] = least.taken();
        ends[2 * step.pattern() + 1] = most.taken();
    }

    /** The amount that a row adds to a sum. */
    private @Nullable Figure amount(BoundStep bound, Sum sum, int row) {
        facts[bound.step().pattern()] = bound.table().row(row);
        return (Figure) conditions.value(sum.argument(), facts, ends);
    }

    /** How far a row whose bit is set matches a step; sets it as the fact of the step's pattern. */
    private int meets(BoundStep bound, int row, TriBitSet bits) {
        JoinStep step = bound.step();
        int meets = TriBitSet.isSet(bits.certain(), row) ? Conditions.CERTAINLY : Conditions.POSSIBLY;
        facts[step.pattern()] = bound.table().row(row);
        return step.joint() < 0 ? meets : Math.min(meets, conditions.joint(step.joint(), facts, keys));
    }

    /** The rows that match a step's keys and its conditions on rows alone. */
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

    /** The rows that a key of a step finds. */
    private TriBitSet find(int step, BoundStep bound, int number) {
        Equality key = bound.key(number);
        Index index = bound.index(number);
        if (key.shared() >= 0) {
            return lookups.find(key, index);
        }
        Object other = facts[key.other()];
        if (other == null) {
            throw new IllegalStateException("nothing matched yet to look up by in " + rule);
        }
        TriBitSet into = room(found, step, bound.table());
        return index.find(conditions.read(key.value(), other, keys), key.many(), key.negated(), into);
    }

    /** A reused bit set for the rows of a table. */
    static TriBitSet room(@Nullable TriBitSet[] rooms, int number, FactTable table) {
        TriBitSet room = rooms[number];
        if (room == null || room.possible().length != table.words()) {
            room = TriBitSet.none(table.words());
            rooms[number] = room;
        }
        return room;
    }
}
