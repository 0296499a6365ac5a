package dev.winnow.console.input;

import dev.winnow.console.terminal.Notices;
import dev.winnow.model.internal.history.StatementDay;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes on statements dated after the universe's day, which do not count on it, and in a view as of another day on
 * statements without a day, which count on every day. A universe may be added in portions. Not thread-safe.
 */
public final class StatementDayNotes {

    private final LocalDate day;
    private final boolean past;
    private final Set<StatementDay> ground = new HashSet<>();
    private final Found later = new Found();
    private final Found undated = new Found();

    /**
     * @param ground a universe to which portions are added
     * @param past whether the universe is viewed as of another day than its own
     */
    public StatementDayNotes(Universe ground, boolean past) {
        this.day = ground.asOf();
        this.past = past;
        add(ground);
        this.ground.addAll(ground.later());
        this.ground.addAll(past ? ground.undated() : List.of());
    }

    /** Reports the notes on a whole universe. */
    public static void report(Universe universe, boolean past, Notices notices) {
        notices.notes(new StatementDayNotes(universe, past).notes());
    }

    /** Adds a portion on top of the ground. */
    public void add(Universe portion) {
        later.add(portion.later());
        if (past) {
            undated.add(portion.undated());
        }
    }

    /** Returns the notes on everything added, each at its first statement. */
    public List<Problem> notes() {
        List<Problem> notes = new ArrayList<>();
        StatementDay late = later.first;
        if (late != null) {
            Message what = later.count == 1
                    ? Message.of(
                            "this statement is dated %s, after %s, the day of the universe, and does not count before",
                            late.day(), day)
                    : Message.of(
                            "%s statements are dated after %s, the day of the universe, and do not count before;"
                                    + " the first, dated %s, is here",
                            later.count, day, late.day());
            notes.add(new Problem(
                    late.place(),
                    what,
                    0,
                    Message.of("correct the day, or use `%s` to screen as of another day", "--as-of")));
        }
        if (undated.first != null) {
            Message what = undated(undated.count);
            notes.add(new Problem(
                    undated.first.place(),
                    undated.count == 1 ? what : Message.of("%s; the first is here", what),
                    0,
                    Message.of("give them `%s`, or a source with a date", "asOf")));
        }
        return notes;
    }

    /** Returns the sentence that statements have no day: {@code 3 statements have no day, …}. */
    public static Message undated(int statements) {
        return Message.count(
                statements,
                "every statement has a day",
                "1 statement has no day, of its own or of its source, and counts on every day",
                "%s statements have no day, of their own or of their source, and count on every day");
    }

    private final class Found {

        private int count;
        private @Nullable StatementDay first;

        void add(List<StatementDay> statements) {
            for (StatementDay one : statements) {
                if (!ground.contains(one)) {
                    count++;
                    first = first == null || one.compareTo(first) < 0 ? one : first;
                }
            }
        }
    }
}
