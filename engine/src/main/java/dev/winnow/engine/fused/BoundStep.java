package dev.winnow.engine.fused;

import dev.winnow.engine.fused.FusedStep.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a rule bound to the rows of a city. Its parts are fields and arrays, as they are read for each candidate. */
final class BoundStep {

    /** No steps. */
    static final BoundStep[] NONE = {};

    private final FusedStep step;
    private final FactTable table;
    private final TriBitSet meeting;
    private final Equality[] keys;
    private final Index[] indexes;
    private final @Nullable Amounts amounts;

    private BoundStep(FusedStep step, List<Equality> keys, FactTable table) {
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
    }

    /** @param keys the equalities by which its rows are looked up */
    static BoundStep of(FusedStep step, List<Equality> keys, FactTable table) {
        return new BoundStep(step, keys, table);
    }

    FusedStep step() {
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
    @Nullable
    Amounts amounts() {
        return amounts;
    }
}
