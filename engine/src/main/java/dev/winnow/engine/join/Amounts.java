package dev.winnow.engine.join;

import dev.winnow.engine.evaluate.Certainly;
import dev.winnow.engine.evaluate.Possibly;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The amounts that the rows of a list add to a count or sum: the least if a row certainly counts, the most if it
 * possibly does.
 */
final class Amounts {

    private final Amount[] least;
    private final Amount[] most;

    Amounts(int rows) {
        least = new Amount[rows];
        most = new Amount[rows];
    }

    /** @param amount null if it is unknown, as for the row that stands for any number of others */
    void set(int row, @Nullable Figure amount) {
        least[row] = Certainly.amount(amount);
        most[row] = Possibly.amount(amount);
    }

    Amount least(int row) {
        return least[row];
    }

    Amount most(int row) {
        return most[row];
    }
}
