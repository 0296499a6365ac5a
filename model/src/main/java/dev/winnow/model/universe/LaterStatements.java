package dev.winnow.model.universe;

import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Component;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds statements dated after the day of their universe, often by a typing error. */
final class LaterStatements {

    private LaterStatements() {}

    static List<Problem> note(StatementStore store) {
        LocalDate day = store.asOf();
        List<Statement> later = Stream.of(
                        store.projects().values().stream().flatMap(project -> of(project.history())),
                        store.cities().values().stream()
                                .flatMap(city -> Stream.of(
                                                of(city.history()),
                                                city.rows().stream().flatMap(LaterStatements::of),
                                                city.links().values().stream().flatMap(List::stream),
                                                city.stages().values().stream().flatMap(List::stream))
                                        .flatMap(statements -> statements)))
                .flatMap(statements -> statements)
                .filter(statement -> day(statement).isAfter(day))
                .sorted(Comparator.comparing(Statement::place))
                .toList();
        if (later.isEmpty()) {
            return List.of();
        }
        Statement first = later.get(0);
        Message what = later.size() == 1
                ? Message.of(
                        "this statement is dated %s, after %s, the day of the universe, and does not count before",
                        day(first), day)
                : Message.of(
                        "%s statements are dated after %s, the day of the universe, and do not count before;"
                                + " the first, dated %s, is here",
                        later.size(), day, day(first));
        return List.of(new Problem(
                first.place(),
                what,
                0,
                Message.of("correct the day, or use `%s` to screen as of another day", "--as-of")));
    }

    private static Stream<Statement> of(History<?> history) {
        return history.shape().stated().stream()
                .filter(component -> !component.timeless())
                .map(Component::name)
                .flatMap(name -> history.of(name).stream());
    }

    private static LocalDate day(Statement statement) {
        return Objects.requireNonNullElse(statement.evidence().asOf(), LocalDate.MIN);
    }
}
