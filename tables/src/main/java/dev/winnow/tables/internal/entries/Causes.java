package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Merges the problems of rows by cause. Problems of one kind with the same advice in the same column of a table are one
 * cause, reported once with the number of its rows and its first values.
 */
public final class Causes {

    /** Number of rows and of further values that a cause lists. */
    private static final int SHOWN = 3;

    /** Number of causes of one kind in a column, with different advice, before the others are merged. */
    private static final int ALIKE = 10;

    private static final Pattern NAME = Pattern.compile("`([^`]*)`");

    private final List<Cause> causes = new ArrayList<>();
    private final Map<List<Object>, Cause> known = new HashMap<>();
    private final Map<List<Object>, Integer> alike = new HashMap<>();

    /** Adds the problem of a row. */
    public void add(Problem problem) {
        Place place = problem.place();
        List<Object> kind = List.of(
                place.file(),
                String.valueOf(place.sheet()),
                place.column(),
                problem.what().template());
        List<Object> advised = List.of(kind, String.valueOf(problem.advice()));
        Cause cause = known.getOrDefault(advised, known.get(kind));
        if (cause == null) {
            cause = new Cause(problem);
            causes.add(cause);
            known.put(alike.merge(kind, 1, Integer::sum) < ALIKE ? advised : kind, cause);
        }
        cause.add(problem);
    }

    /** Returns a problem per cause, in the order in which they were first added. */
    public List<Problem> problems() {
        return causes.stream().map(Cause::problem).toList();
    }

    private static final class Cause {
        private final Problem first;
        /** The names of the first values. */
        private final Set<String> values = new LinkedHashSet<>();

        private final List<String> rows = new ArrayList<>();
        private int last = -1;
        private long count;

        Cause(Problem first) {
            this.first = first;
        }

        void add(Problem problem) {
            Matcher name = NAME.matcher(problem.what().toString());
            if (name.find() && values.size() <= SHOWN + 1) {
                values.add(name.group(1));
            }
            int row = problem.place().line();
            if (row != last) {
                last = row;
                count++;
                if (rows.size() <= SHOWN) {
                    rows.add(String.valueOf(row));
                }
            }
        }

        Problem problem() {
            if (count == 1) {
                return first;
            }
            List<String> others = values.stream().skip(1).limit(SHOWN).toList();
            Message all = others.isEmpty()
                    ? first.what()
                    : values.size() > SHOWN + 1
                            ? Message.of("%s, likewise %s and others", first.what(), Message.names(others))
                            : Message.of("%s, likewise %s", first.what(), Message.all(others));
            Message what = count == rows.size()
                    ? Message.of("%s, in rows %s", all, rows)
                    : Message.of("%s, in %s rows: %s and %s more", all, count, rows.subList(0, SHOWN), count - SHOWN);
            return new Problem(first.place(), what, first.length(), first.advice());
        }
    }
}
