package dev.winnow.engine.internal.join;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule's view of a candidate in a city: the rows that it looks up there. Immutable. */
final class CandidateView {

    private final JoinCity city;
    private final long[] rows;
    private final int hash;

    /** @param rows as returned by {@link JoinRun#view}; must not be changed afterwards */
    CandidateView(JoinCity city, long[] rows) {
        this.city = city;
        this.rows = rows;
        this.hash = Arrays.hashCode(rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CandidateView view && city == view.city && Arrays.equals(rows, view.rows);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
