package dev.winnow.model.read;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.history.FirmNames;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the parts of a project against each other. */
final class ProjectChecks {

    private final Vocabulary vocabulary;
    private final Node project;
    private final FirmNames firms;
    private final List<Problem> wrong;
    private @Nullable LocalDate decided;
    private @Nullable LocalDate givenUp;

    /** @param wrong takes what is found */
    ProjectChecks(Vocabulary vocabulary, Node project, FirmNames firms, List<Problem> wrong) {
        this.vocabulary = vocabulary;
        this.project = project;
        this.firms = firms;
        this.wrong = wrong;
    }

    /** What a vocabulary declares to be apart from something else of the project names none of that. */
    void apart() {
        for (DeclaredProperty property : vocabulary.ofProject()) {
            String other = property.apartFrom();
            List<String> others = other == null
                    ? List.of()
                    : texts(values(other)).stream().map(firms::canonical).toList();
            String name = property.component().name();
            values(name).stream()
                    .filter(value ->
                            others.contains(firms.canonical(value.text().strip())))
                    .forEach(value -> wrong.add(value.problem(
                            Message.of(
                                    "`%s` names `%s`, which stands under `%s` too",
                                    name, value.text().strip(), other),
                            null)));
        }
    }

    /** The day of decision and the end, against each other. */
    void dates(@Nullable LocalDate day, @Nullable Outcome outcome) {
        decided = day;
        LocalDate ended = outcome == null ? null : outcome.ended();
        if (outcome != null && !outcome.isSuccess()) {
            givenUp = ended;
        }
        if (day != null && ended != null && ended.isBefore(day)) {
            Node at = Objects.requireNonNull(project.get("outcome")).get("ended");
            wrong.add(Objects.requireNonNull(at)
                    .problem(
                            Message.of("the outcome comes before the decision, which stands at %s", place("decided")),
                            null));
        }
    }

    /**
     * A step, against both.
     *
     * @param programme whether it is in a public programme, which decides late, and about plants that may stand already
     */
    void step(String step, LocalDate reached, boolean programme, Node at) {
        if (decided != null && !programme && reached.isBefore(decided)) {
            wrong.add(at.problem(
                    Message.of("`%s` is reached before the decision, which stands at %s", step, place("decided")),
                    null));
        }
        if (givenUp != null && reached.isAfter(givenUp)) {
            wrong.add(at.problem(
                    Message.of("`%s` is reached after the project was given up, at %s", step, place("outcome")), null));
        }
    }

    private Place place(String key) {
        return Objects.requireNonNull(project.get(key)).place();
    }

    /** The plain values of a key, whether they stand alone, in a list or with their origin. */
    private List<Node> values(String key) {
        List<Node> values = new ArrayList<>();
        Node value = project.get(key);
        if (value != null) {
            collect(value, values);
        }
        return values;
    }

    private static void collect(Node node, List<Node> into) {
        if (node.isScalar()) {
            into.add(node);
        } else if (node.isList()) {
            node.items().forEach(item -> collect(item, into));
        } else if (node.isMap() && node.get("value") != null) {
            collect(Objects.requireNonNull(node.get("value")), into);
        }
    }

    private static List<String> texts(List<Node> values) {
        return values.stream().map(value -> value.text().strip()).toList();
    }
}
