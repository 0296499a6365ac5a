package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a worked example: a candidate, a city and a day.
 *
 * @param example the example
 * @param facts the universe of the case, as of its day
 * @param city the city of the candidate; null if the case cannot be read
 * @param candidate the judged project; null if the case cannot be read
 * @param own the limits that the case overrides
 * @param problems the problems that make it unreadable
 */
public record CaseFacts(
        WorkedExample example,
        Facts facts,
        @Nullable City city,
        @Nullable Project candidate,
        List<Limit> own,
        List<Problem> problems) {

    /** Date of a case without one: late enough that every dated fact and limit is in force. */
    private static final LocalDate END_OF_TIME = LocalDate.of(2200, 12, 31);

    /**
     * Returns the facts of a worked example.
     *
     * @param vocabulary the facts that the pack's rules may read
     * @param table the pack's limits, unless the case overrides them
     */
    public static CaseFacts of(WorkedExample example, Vocabulary vocabulary, LimitTable table) {
        List<Problem> problems = new ArrayList<>();
        LocalDate day = day(example, problems);
        List<Limit> own = own(example, table.on(day), problems);
        Universe universe = universe(example, vocabulary, table, problems);
        Facts facts = universe.asOf(day, true);
        Project candidate = facts.projects().stream()
                .filter(project -> project.id().equals(CaseUniverse.CANDIDATE))
                .findFirst()
                .orElse(null);
        City city = facts.cities().stream()
                .filter(one -> one.id().equals(CaseUniverse.CITY))
                .findFirst()
                .orElse(null);
        return new CaseFacts(example, facts, city, candidate, own, List.copyOf(problems));
    }

    /** Returns the problems that make an example unreadable; empty if it is readable. */
    static List<Problem> problems(WorkedExample example, Vocabulary vocabulary, LimitTable table) {
        List<Problem> problems = new ArrayList<>();
        own(example, table.on(day(example, problems)), problems);
        universe(example, vocabulary, table, problems);
        return problems;
    }

    private static Universe universe(
            WorkedExample example, Vocabulary vocabulary, LimitTable table, List<Problem> problems) {
        Universe universe = Universe.of(
                vocabulary, CaseUniverse.of(example, day(example, new ArrayList<>()), table.money(), problems));
        problems.addAll(universe.problems());
        return universe;
    }

    private static LocalDate day(WorkedExample example, List<Problem> problems) {
        Node given = example.given();
        Node date = given == null ? null : given.get("asOf");
        Period period = date == null ? null : Period.parse("asOf", date, problems);
        return period == null ? END_OF_TIME : period.last();
    }

    private static List<Limit> own(WorkedExample example, List<Limit> ofDay, List<Problem> problems) {
        Map<String, Limit> known = byId(ofDay);
        List<Limit> own = new ArrayList<>();
        Node given = example.given();
        Node written = given == null ? null : given.map("limits", problems);
        if (written != null) {
            for (Node.Field field : written.fields().values()) {
                Limit usual = known.get(field.key());
                if (usual == null) {
                    problems.add(field.problem(
                            Message.of("limits.yaml has no `%s`", field.key()),
                            Nearest.advice(field.key(), known.keySet())));
                    continue;
                }
                Figure figure = FigureText.parse(field.value(), usual.value().unit(), null, problems);
                if (figure != null) {
                    own.add(new Limit(field.key(), figure));
                }
            }
        }
        return List.copyOf(own);
    }

    private static Map<String, Limit> byId(List<Limit> limits) {
        Map<String, Limit> byId = new TreeMap<>();
        limits.forEach(limit -> byId.put(limit.id(), limit));
        return byId;
    }

    /**
     * Returns the context in which the candidate is evaluated; null if the case cannot be read.
     *
     * @param table the limits that the case does not override
     */
    public @Nullable EvaluationContext evaluationContext(LimitTable table) {
        if (city == null || candidate == null || !problems.isEmpty()) {
            return null;
        }
        boolean landed = facts.present(candidate.id(), city.id());
        return EvaluationContext.of(facts, city, limits(table), landed ? candidate.id() : null);
    }

    /**
     * Returns the limits in force on the day of the case, by id.
     *
     * @param table the limits that the case does not override
     */
    public List<Limit> limits(LimitTable table) {
        Map<String, Limit> limits = byId(table.on(facts.asOf()));
        own.forEach(limit -> limits.put(limit.id(), limit));
        return List.copyOf(limits.values());
    }
}
