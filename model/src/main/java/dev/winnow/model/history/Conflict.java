package dev.winnow.model.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the problems that report contradicting statements for the same day. */
public final class Conflict {

    private Conflict() {}

    public static Problem of(Message subject, Settled settled) {
        Statement rival = Objects.requireNonNull(settled.rival());
        Object left = settled.value() == null ? Message.of("unknown") : words(settled.value());
        Object one = words(rival.value());
        Object other = words(settled.first().value());
        Place place = settled.first().place();
        return settled.asOf() == null
                ? Problem.at(
                        rival.place(),
                        "%s is %s here and %s at %s, neither with a date; it counts as %s",
                        subject,
                        one,
                        other,
                        place,
                        left)
                : Problem.at(
                        rival.place(),
                        "%s is %s here and %s at %s, both as of %s; it counts as %s",
                        subject,
                        one,
                        other,
                        place,
                        settled.asOf(),
                        left);
    }

    /**
     * The problem that sources date a step differently. Both stand: a project may reach it twice, and the files cannot
     * tell.
     */
    public static Problem of(Message subject, Statement earlier, Statement later) {
        return Problem.at(
                later.place(),
                "%s is reached %s here and %s at %s, by another source; it counts from the earlier day",
                subject,
                later.value(),
                earlier.value(),
                earlier.place());
    }

    /** A value as a message writes it. */
    static Object words(Object value) {
        if (value instanceof Figure) {
            return value;
        }
        if (value instanceof List<?> list) {
            if (StartOfList.mayHoldMore(list)) {
                List<Object> known = new ArrayList<>(list);
                known.add(Message.of("perhaps more"));
                return known;
            }
            return list.isEmpty() ? Message.of("none") : list;
        }
        return Message.of("`%s`", value);
    }
}
