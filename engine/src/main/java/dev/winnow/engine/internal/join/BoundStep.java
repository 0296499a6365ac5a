package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.join.JoinStep.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rule bound to the rows of a city. Its parts are fields and arrays, because they are read for each
 * candidate.
 */
final class BoundStep {

    static final BoundStep[] NONE = {};

    /** Largest number of distinct values for which totals are cached. */
    private static final int MAX_KNOWN = 1_000;

    private final JoinStep step;
    private final FactTable table;
    private final TriBitSet meeting;
    private final Equality[] keys;
    private final Index[] indexes;
    private final Interval @Nullable [] amounts;
    /** Totals of the rows found by the only key, by the number of the found set. */
    private final @Nullable Interval[] totals;

    private BoundStep(JoinStep step, List<Equality> keys, FactTable table) {
        this.step = step;
        this.table = table;
        this.meeting = table.meeting(step.alone());
        this.keys = keys.toArray(new Equality[0]);
        this.indexes = new Index[this.keys.length];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = table.index(this.keys[i].row());
        }
        this.amounts = step.sum() == null || step.sum().argument() >= 0
                ? null
                : table.amounts(step.sum().amount());
        boolean keeps = amounts != null && step.kept() >= 0 && indexes.length == 1 && step.joint() < 0;
        int many = keeps ? indexes[0].numbered() : 0;
        this.totals = new Interval[many > MAX_KNOWN ? 0 : many];
    }

    /** Whether totals are cached. */
    boolean keepsTotals() {
        return totals.length > 0;
    }

    /** The cached total of rows found by the only key; null if it is not cached. */
    @Nullable
    Interval total(TriBitSet found) {
        return found.number() < 0 ? null : totals[found.number()];
    }

    /** Caches the total of found rows, if the set is numbered. Two threads may both compute it, with equal results. */
    void keep(TriBitSet found, Interval total) {
        if (found.number() >= 0) {
            totals[found.number()] = total;
        }
    }

    /** @param keys the equalities used to look up its rows */
    static BoundStep of(JoinStep step, List<Equality> keys, FactTable table) {
        return new BoundStep(step, keys, table);
    }

    JoinStep step() {
        return step;
    }

    /** The rows of its type. */
    FactTable table() {
        return table;
    }

    /** The rows that meet the conditions that read only the row. */
    TriBitSet meeting() {
        return meeting;
    }

    /** The number of equalities used to look up its rows. */
    int keys() {
        return keys.length;
    }

    Equality key(int number) {
        return keys[number];
    }

    /** The index for a key. */
    Index index(int number) {
        return indexes[number];
    }

    /** The contribution of each row, if it depends on the row alone; otherwise null. */
    Interval @Nullable [] amounts() {
        return amounts;
    }
}
