package dev.winnow.model.universe;

import dev.winnow.model.domain.Milestone;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.StatementDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Finds statements dated after the day of their universe, often by a typing error, and statements without a day. */
final class StatementDays {

    private StatementDays() {}

    static List<StatementDay> later(StatementStore store) {
        LocalDate day = store.asOf();
        return Stream.concat(
                        all(store),
                        store.facts().stream()
                                .map(fact ->
                                        new StatementDay(fact.fact().evidence().asOf(), false, fact.place())))
                .filter(statement -> statement.day() != null && statement.day().isAfter(day))
                .sorted()
                .toList();
    }

    /** Returns the statements that count on every day, because neither they nor their source have one. */
    static List<StatementDay> undated(StatementStore store) {
        return all(store)
                .filter(statement -> statement.day() == null && !statement.hindsight())
                .sorted()
                .toList();
    }

    private static Stream<StatementDay> all(StatementStore store) {
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

    private static Stream<StatementDay> of(History<?> history) {
        return history.changing().stream().map(StatementDays::dated);
    }

    private static StatementDay dated(Statement statement) {
        return new StatementDay(
                statement.evidence().asOf(), statement.evidence().hindsight(), statement.place());
    }

    /** A milestone counts from the day on which it was reached. */
    private static Stream<StatementDay> reached(History<Milestone> milestone) {
        return milestone.of("reached").stream()
                .map(statement -> new StatementDay(
                        (LocalDate) statement.value(), statement.evidence().hindsight(), statement.place()));
    }
}
