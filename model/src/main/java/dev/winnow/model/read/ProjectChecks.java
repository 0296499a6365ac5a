package dev.winnow.model.read;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the parts of a project against each other. */
final class ProjectChecks {

    private final Node project;
    private final List<Problem> wrong;
    private @Nullable LocalDate decided;
    private @Nullable LocalDate givenUp;

    /** @param wrong takes what is found */
    ProjectChecks(Node project, List<Problem> wrong) {
        this.project = project;
        this.wrong = wrong;
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
}
