package dev.winnow.engine.explain;

import dev.winnow.engine.evaluate.Truth;
import dev.winnow.engine.explain.CaseStep.Constraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a pattern as it was looked at.
 *
 * @param row which; null where there is nothing to tell it by
 * @param unwritten whether it is the row that an incomplete list may hold besides
 * @param truth how far it meets the pattern
 * @param constraints the constraints looked at, up to the first that fails
 */
record RowInspection(@Nullable String row, boolean unwritten, Truth truth, List<Constraint> constraints) {

    private static final int NAMED = 3;

    /** How many constraints hold. */
    int certain() {
        return (int)
                constraints.stream().filter(one -> one.truth() == Truth.TRUE).count();
    }

    /** How many do not fail. */
    int passed() {
        return (int)
                constraints.stream().filter(one -> one.truth() != Truth.FALSE).count();
    }

    /** The one that meets the pattern most; among equals the first; null if there is none. */
    static @Nullable RowInspection nearest(List<RowInspection> looks) {
        RowInspection nearest = null;
        for (RowInspection look : looks) {
            if (nearest == null || look.isNearer(nearest)) {
                nearest = look;
            }
        }
        return nearest;
    }

    private boolean isNearer(RowInspection other) {
        if (truth != other.truth) {
            return truth.compareTo(other.truth) < 0;
        }
        if (passed() != other.passed()) {
            return passed() > other.passed();
        }
        return certain() != other.certain() ? certain() > other.certain() : misses(other) < 0;
    }

    /** Below 0 if both fail the same constraint and this one misses by less, above 0 if by more. */
    int misses(RowInspection other) {
        Constraint own = stop();
        Constraint theirs = other.stop();
        if (own == null || theirs == null || !own.text().equals(theirs.text())) {
            return 0;
        }
        Obstacle.Gap gap = own.gap();
        Obstacle.Gap wider = theirs.gap();
        return gap == null || wider == null
                ? 0
                : Double.compare(gap.distance().low(), wider.distance().low());
    }

    private @Nullable Constraint stop() {
        return constraints.isEmpty() ? null : constraints.get(constraints.size() - 1);
    }

    /** Which rows count, and which perhaps do, in words. */
    static String counted(List<RowInspection> looks) {
        if (looks.isEmpty()) {
            return "there is no row to count";
        }
        String certain = named(looks, Truth.TRUE);
        String perhaps = named(looks, Truth.UNKNOWN);
        if (certain.isEmpty() && perhaps.isEmpty()) {
            return "no row counts";
        }
        return (certain.isEmpty() ? "" : "counted: " + certain)
                + (certain.isEmpty() || perhaps.isEmpty() ? "" : "; ")
                + (perhaps.isEmpty() ? "" : "perhaps: " + perhaps);
    }

    private static String named(List<RowInspection> looks, Truth truth) {
        List<String> names = new ArrayList<>();
        for (RowInspection look : looks) {
            if (look.truth == truth) {
                names.add(look.unwritten ? "what nobody wrote down" : String.valueOf(look.row));
            }
        }
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
