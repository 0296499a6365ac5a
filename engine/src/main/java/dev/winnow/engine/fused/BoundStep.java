package dev.winnow.engine.fused;

import dev.winnow.engine.fused.FusedStep.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rule bound to the rows of a city.
 *
 * @param step the step
 * @param table the rows of its type
 * @param meeting the rows that meet the conditions that read a row alone
 * @param indexes the rows by each of the step's keys
 * @param amounts what each row adds, if that depends on the row alone; null otherwise
 */
record BoundStep(
        FusedStep step,
        FactTable table,
        TriBitSet meeting,
        List<Index> indexes,
        @Nullable Amounts amounts) {

    static BoundStep of(FusedStep step, List<Equality> keys, FactTable table) {
        return new BoundStep(
                step,
                table,
                table.meeting(step.alone()),
                keys.stream().map(key -> table.index(key.row())).toList(),
                step.sum() == null || step.sum().argument() >= 0
                        ? null
                        : table.amounts(step.sum().amount()));
    }
}
