package dev.winnow.model.internal.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The value that follows from several statements about one component. The latest day counts; figures of the same day
 * are joined into the smallest interval that contains all of them, and other values of the same day must be equal.
 *
 * @param value the value; null if the statements disagree
 * @param asOf their day; null if they have none
 * @param evidence their evidence; among several, the first by source and note, not by place
 * @param first the first statement by place
 * @param rival the first statement that differs from it; null if they agree
 */
public record Settled(
        @Nullable Object value,
        @Nullable LocalDate asOf,
        Evidence evidence,
        Statement first,
        @Nullable Statement rival) {

    /** An order that does not depend on files and lines. */
    private static final Comparator<Statement> BY_WORDS = Comparator.comparing(
                    (Statement one) -> Objects.requireNonNullElse(one.evidence().source(), ""))
            .thenComparing(one -> one.evidence().hindsight())
            .thenComparing(one -> Objects.requireNonNullElse(one.evidence().note(), ""))
            .thenComparing(one -> one.value().toString());

    /** Returns the value that follows from the statements that count; null if none counts. */
    public static @Nullable Settled latest(List<Statement> statements, Predicate<Statement> counts) {
        List<Statement> counting = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            if (counts.test(statement)) {
                counting.add(statement);
            }
        }
        if (counting.size() < 2) { // the usual case
            return counting.isEmpty() ? null : of(counting);
        }
        List<Settled> all = byDay(counting);
        return all.get(all.size() - 1);
    }

    /** Returns the value that follows from the statements of each day, undated ones first. */
    public static List<Settled> byDay(List<Statement> statements) {
        TreeMap<LocalDate, List<Statement>> days = new TreeMap<>();
        for (Statement statement : statements) {
            LocalDate day = Objects.requireNonNullElse(statement.evidence().asOf(), LocalDate.MIN);
            days.computeIfAbsent(day, any -> new ArrayList<>()).add(statement);
        }
        return days.values().stream().map(Settled::of).toList();
    }

    private static Settled of(List<Statement> sameDay) {
        List<Statement> ordered = sameDay.size() == 1
                ? sameDay
                : sameDay.stream()
                        .sorted((left, right) -> left.place().compareTo(right.place()))
                        .toList();
        Statement first = ordered.get(0);
        Statement rival = null;
        Statement spokesman = sameDay.size() == 1 ? first : Collections.min(sameDay, BY_WORDS);
        Object value = spokesman.value();
        for (Statement other : ordered.subList(1, ordered.size())) {
            if (!same(first.value(), other.value())) {
                rival = rival == null ? other : rival;
            }
        }
        for (Statement other : ordered) {
            if (value instanceof Figure figure && other.value() instanceof Figure next && !same(figure, next)) {
                value = figure.hull(next);
            }
        }
        boolean open = rival != null && !(value instanceof Figure);
        return new Settled(open ? null : value, first.evidence().asOf(), spokesman.evidence(), first, rival);
    }

    /** Whether two values are equal; lists are compared by content. */
    static boolean same(Object left, Object right) {
        if (left instanceof Figure one && right instanceof Figure other) {
            return one.low().equals(other.low()) && one.high().equals(other.high());
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return StartOfList.mayHoldMore(one) == StartOfList.mayHoldMore(other)
                    && new HashSet<>(one).equals(new HashSet<>(other));
        }
        return left.equals(right);
    }

    /** Returns the problem that the statements disagree. */
    public Problem conflict(Message subject) {
        Statement other = Objects.requireNonNull(rival);
        Object left = value == null ? Message.of("unknown") : words(value);
        Object one = words(other.value());
        Object another = words(first.value());
        return asOf == null
                ? Problem.at(
                        other.place(),
                        "%s is %s here and %s at %s, neither with a date; it counts as %s",
                        subject,
                        one,
                        another,
                        first.place(),
                        left)
                : Problem.at(
                        other.place(),
                        "%s is %s here and %s at %s, both as of %s; it counts as %s",
                        subject,
                        one,
                        another,
                        first.place(),
                        asOf,
                        left);
    }

    /**
     * Returns the problem that sources date a step differently. Both dates are kept: a project may reach a step twice,
     * and the files do not say whether it did.
     */
    public static Problem datedTwice(Message subject, Statement earlier, Statement later) {
        return Problem.at(
                later.place(),
                "%s is reached %s here and %s at %s, by another source; it counts from the earlier day",
                subject,
                later.value(),
                earlier.value(),
                earlier.place());
    }

    /** Returns a value as a message writes it. */
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
