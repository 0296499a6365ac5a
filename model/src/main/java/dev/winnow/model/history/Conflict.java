package dev.winnow.model.history;

import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import java.util.List;
import java.util.Objects;

/** Makes the problems that report contradicting statements for the same day. */
public final class Conflict {

    private Conflict() {}

    public static Problem of(String subject, Settled settled) {
        Statement rival = Objects.requireNonNull(settled.rival());
        String day = settled.asOf() == null ? ", neither with a date" : ", both as of " + settled.asOf();
        String left = settled.value() == null ? "unknown" : words(settled.value());
        return Problem.at(
                rival.place(),
                subject + " is " + words(rival.value()) + " here and "
                        + words(settled.first().value()) + " at "
                        + settled.first().place() + day + "; it counts as " + left);
    }

    /**
     * The problem that sources date a step differently. Both stand: a project may reach it twice, and the files cannot
     * tell.
     */
    public static Problem of(String subject, Statement earlier, Statement later) {
        return Problem.at(
                later.place(),
                subject + " is reached " + later.value() + " here and " + earlier.value() + " at " + earlier.place()
                        + ", by another source; it counts from the earlier day");
    }

    /** A value as a message writes it. */
    static String words(Object value) {
        if (value instanceof Figure figure) {
            return figure.toString();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "none"
                    : String.join(", ", list.stream().map(Object::toString).toList());
        }
        return "`" + value + "`";
    }
}
