package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the values that a panel gives facts. They have the form of answers, but replace what is stated otherwise. */
public final class JudgedReader {

    /** The list of these values in a file. */
    public static final String LIST = "judged";

    /** The keys of a value. */
    public static final List<String> KEYS = List.of("project", "city", "fact", "value", "asOf", "source", "note");

    private static final Message JUDGED = Message.of("an entry of `%s`", LIST);

    private final UniverseIds words;
    private final List<Problem> problems;

    /**
     * A value that a panel gives a fact.
     *
     * @param id the id of the project or city
     * @param fact the fact
     * @param day the day from which it replaces other statements
     * @param statement the value; null if the panel leaves the fact unknown
     * @param said the value as an entry of the subject states it, with its origin
     */
    public record JudgedFact(
            String id,
            FactName fact,
            LocalDate day,
            @Nullable Statement statement,
            Node said) {}

    public JudgedReader(UniverseIds words, List<Problem> problems) {
        this.words = words;
        this.problems = problems;
    }

    /** Reads a value. Returns null if it has problems. */
    public @Nullable JudgedFact read(Node node, Collection<String> projects, Collection<String> cities) {
        List<Problem> wrong = new ArrayList<>();
        Answer answer = new AnswerReader(words, wrong).read(node, projects, cities);
        if (node.isMap()) {
            node.allow(JUDGED, KEYS, wrong);
            node.requiredText(JUDGED, "asOf", wrong);
        }
        FactName fact = answer == null ? null : FactName.of(answer.fact());
        if (fact != null && !fact.row().isEmpty()) {
            wrong.add(Objects.requireNonNull(node.get("fact"))
                    .problem(Message.of("a panel judges facts of projects and cities, not rows of lists")));
        }
        Node said = Node.map(
                node.place(),
                Stream.of("value", "asOf", "source", "note")
                        .map(key -> node.fields().get(key))
                        .filter(Objects::nonNull)
                        .toList());
        JudgedFact read = answer == null || fact == null || answer.asOf() == null || !wrong.isEmpty()
                ? null
                : new JudgedFact(answer.id(), fact, answer.asOf(), statement(said, fact, wrong), said);
        problems.addAll(wrong.stream().distinct().toList());
        return wrong.isEmpty() ? read : null;
    }

    private @Nullable Statement statement(Node said, FactName fact, List<Problem> wrong) {
        Component component = (fact.isOfProject()
                        ? words.vocabulary().project()
                        : words.vocabulary().city())
                .stated().stream()
                        .filter(one -> one.name().equals(fact.property()))
                        .findFirst()
                        .orElseThrow();
        List<Statement> statements =
                new StatementReader(words, wrong, new ArrayList<>()).read(component, said, Origin.NONE);
        return statements.isEmpty() ? null : statements.get(0);
    }
}
