package dev.winnow.engine.internal.join;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule's view of a candidate in a city: the rows that it looks up there. Immutable. */
final class Seen {

    private final JoinCity city;
    private final long[] rows;
    private final int hash;

    /** @param rows as returned by {@link JoinRun#seen}; must not be changed afterwards */
    Seen(JoinCity city, long[] rows) {
        this.city = city;
        this.rows = rows;
        this.hash = Arrays.hashCode(rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen seen && city == seen.city && Arrays.equals(rows, seen.rows);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
