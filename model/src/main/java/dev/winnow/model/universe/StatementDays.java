package dev.winnow.model.universe;

import dev.winnow.model.domain.Milestone;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Component;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds statements dated after the day of their universe, often by a typing error, and statements without a day. */
final class StatementDays {

    private StatementDays() {}

    private record Dated(@Nullable LocalDate day, boolean hindsight, Place place) {}

    static List<Problem> later(StatementStore store) {
        LocalDate day = store.asOf();
        List<Dated> later = Stream.concat(
                        all(store),
                        store.facts().stream()
                                .map(fact -> new Dated(fact.fact().evidence().asOf(), false, fact.place())))
                .filter(statement -> statement.day != null && statement.day.isAfter(day))
                .sorted(Comparator.comparing(Dated::place))
                .toList();
        if (later.isEmpty()) {
            return List.of();
        }
        Dated first = later.get(0);
        Message what = later.size() == 1
                ? Message.of(
                        "this statement is dated %s, after %s, the day of the universe, and does not count before",
                        first.day, day)
                : Message.of(
                        "%s statements are dated after %s, the day of the universe, and do not count before;"
                                + " the first, dated %s, is here",
                        later.size(), day, first.day);
        return List.of(new Problem(
                first.place,
                what,
                0,
                Message.of("correct the day, or use `%s` to screen as of another day", "--as-of")));
    }

    /** Returns the places of the statements that count on every day, because neither they nor their source have one. */
    static List<Place> undated(StatementStore store) {
        return all(store)
                .filter(statement -> statement.day == null && !statement.hindsight)
                .map(Dated::place)
                .sorted()
                .toList();
    }

    private static Stream<Dated> all(StatementStore store) {
        return Stream.concat(
                store.projects().values().stream()
                        .flatMap(project -> Stream.concat(
                                of(project.history()),
                                project.milestones().stream().flatMap(StatementDays::reached))),
                store.cities().values().stream()
                        .flatMap(city -> Stream.concat(
                                Stream.concat(
                                        of(city.history()), city.rows().stream().flatMap(StatementDays::of)),
                                Stream.of(city.links(), city.stages())
                                        .flatMap(held -> held.values().stream())
                                        .flatMap(List::stream)
                                        .map(StatementDays::dated))));
    }

    private static Stream<Dated> of(History<?> history) {
        return history.shape().stated().stream()
                .filter(component -> !component.timeless())
                .map(Component::name)
                .flatMap(name -> history.of(name).stream())
                .map(StatementDays::dated);
    }

    private static Dated dated(Statement statement) {
        return new Dated(statement.evidence().asOf(), statement.evidence().hindsight(), statement.place());
    }

    /** A milestone counts from the day on which it was reached. */
    private static Stream<Dated> reached(History<Milestone> milestone) {
        return milestone.of("reached").stream()
                .map(statement -> new Dated(
                        (LocalDate) statement.value(), statement.evidence().hindsight(), statement.place()));
    }
}
