package dev.winnow.engine;

import dev.winnow.engine.FusedStep.Equality;
import java.util.List;

/**
 * A step of a rule where it stands: among the rows of a city.
 *
 * @param step the step
 * @param shelf the rows of its type
 * @param meeting those that meet the conditions that read a row alone
 * @param indexes the rows by each of the step's keys
 */
record Stand(FusedStep step, Shelf shelf, Marks meeting, List<Index> indexes) {

    static Stand of(FusedStep step, List<Equality> keys, Shelf shelf) {
        return new Stand(
                step,
                shelf,
                shelf.meeting(step.alone()),
                keys.stream().map(key -> shelf.index(key.row())).toList());
    }
}
