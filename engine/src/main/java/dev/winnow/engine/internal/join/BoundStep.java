package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.join.JoinStep.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a rule bound to the rows of a city. Its parts are fields and arrays, as they are read for each candidate. */
final class BoundStep {

    /** No steps. */
    static final BoundStep[] NONE = {};

    /** The most values of a component for which totals are kept. */
    private static final int MOST_KNOWN = 1_000;

    private final JoinStep step;
    private final FactTable table;
    private final TriBitSet meeting;
    private final Equality[] keys;
    private final Index[] indexes;
    private final Interval @Nullable [] amounts;
    /** By the number of the rows that its only key finds, what they add up to. */
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
        this.totals = new Interval[many > MOST_KNOWN ? 0 : many];
    }

    /** Whether totals are kept. */
    boolean keepsTotals() {
        return totals.length > 0;
    }

    /** What the rows that its only key finds are known to add up to; null if that is not known. */
    @Nullable
    Interval total(TriBitSet found) {
        return found.number() < 0 ? null : totals[found.number()];
    }

    /** Keeps what rows add up to, if they are numbered. Two threads may both find it, and it is the same. */
    void keep(TriBitSet found, Interval total) {
        if (found.number() >= 0) {
            totals[found.number()] = total;
        }
    }

    /** @param keys the equalities by which its rows are looked up */
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

    /** The rows that meet the conditions that read a row alone. */
    TriBitSet meeting() {
        return meeting;
    }

    /** The number of equalities by which its rows are looked up. */
    int keys() {
        return keys.length;
    }

    Equality key(int number) {
        return keys[number];
    }

    /** The rows by a key. */
    Index index(int number) {
        return indexes[number];
    }

    /** What each row adds, if that depends on the row alone; null otherwise. */
    Interval @Nullable [] amounts() {
        return amounts;
    }
}
