package dev.winnow.engine.explain;

import dev.winnow.engine.explain.CaseStep.Constraint;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was examined for a pattern.
 *
 * @param row the name of the row; null if it has none
 * @param unwritten whether it is the unwritten row of an incomplete list
 * @param truth whether it meets the pattern
 * @param constraints the constraints evaluated, up to the first that fails
 */
record RowInspection(@Nullable String row, boolean unwritten, Truth truth, List<Constraint> constraints) {

    private static final int NAMED = 3;

    /** The number of constraints that hold. */
    int certain() {
        return (int)
                constraints.stream().filter(one -> one.truth() == Truth.YES).count();
    }

    /** The number of constraints that do not fail. */
    int passed() {
        return (int) constraints.stream().filter(one -> one.truth() != Truth.NO).count();
    }

    /** The row that meets most of the pattern, the first among equals; null if there are no rows. */
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
            return truth.compareTo(other.truth) > 0;
        }
        if (passed() != other.passed()) {
            return passed() > other.passed();
        }
        return certain() != other.certain() ? certain() > other.certain() : misses(other) < 0;
    }

    /**
     * Compares the gaps at the same failing constraint: negative if this row's gap is smaller, positive if larger, 0 if
     * not comparable.
     */
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
                : gap.distance().low().compareTo(wider.distance().low());
    }

    private @Nullable Constraint stop() {
        return constraints.isEmpty() ? null : constraints.get(constraints.size() - 1);
    }

    /** The numbers of rows that certainly and possibly count, in words. */
    static Message counted(List<RowInspection> looks) {
        if (looks.isEmpty()) {
            return Message.of("no rows to count");
        }
        List<Message> counted = new ArrayList<>();
        List<Object> certain = named(looks, Truth.YES);
        List<Object> perhaps = named(looks, Truth.POSSIBLE);
        if (!certain.isEmpty()) {
            counted.add(Message.of("counted: %s", shown(certain)));
        }
        if (!perhaps.isEmpty()) {
            counted.add(Message.of("possibly: %s", shown(perhaps)));
        }
        return counted.isEmpty()
                ? Message.of("no row counted")
                : counted.get(0).with(counted.size() == 1 ? null : counted.get(1));
    }

    private static List<Object> named(List<RowInspection> looks, Truth truth) {
        List<Object> names = new ArrayList<>();
        for (RowInspection look : looks) {
            if (look.truth == truth) {
                names.add(look.unwritten ? Message.of("unwritten rows") : String.valueOf(look.row));
            }
        }
        return names;
    }

    private static Object shown(List<Object> names) {
        return names.size() > NAMED
                ? Message.of("%s and %s more", names.subList(0, NAMED), names.size() - NAMED)
                : names;
    }
}
