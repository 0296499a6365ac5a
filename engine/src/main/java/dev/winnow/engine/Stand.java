package dev.winnow.engine;

import dev.winnow.engine.FusedStep.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rule where it stands: among the rows of a city.
 *
 * @param step the step
 * @param shelf the rows of its type
 * @param meeting those that meet the conditions that read a row alone
 * @param indexes the rows by each of the step's keys
 * @param amounts what each row adds, if that hangs on nothing else; null otherwise
 */
record Stand(
        FusedStep step,
        Shelf shelf,
        Marks meeting,
        List<Index> indexes,
        @Nullable Amounts amounts) {

    static Stand of(FusedStep step, List<Equality> keys, Shelf shelf) {
        return new Stand(
                step,
                shelf,
                shelf.meeting(step.alone()),
                keys.stream().map(key -> shelf.index(key.row())).toList(),
                step.sum() == null || step.sum().argument() >= 0
                        ? null
                        : shelf.amounts(step.sum().amount()));
    }
}
