package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a project. It is hindsight, so only back-tests read it and rules cannot.
 *
 * @param project the project's id
 * @param result {@code succeeded} (runs as planned), {@code failed} (ran or was sold, and did not last) or {@code
 *     stopped} (abandoned before it ran)
 * @param ended the day of the outcome; null if unknown
 * @param evidence its origin
 */
public record Outcome(
        String project,

        String result,

        @Nullable LocalDate ended,
        @Nullable Evidence evidence) {

    public Outcome {
        Lists.require(project, "project");
        Lists.require(result, "result");
    }

    /** Whether the project runs as planned. */
    public boolean isSuccess() {
        return result.equals("succeeded");
    }
}
