package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a project ended up. It is hindsight, so rules cannot read it; back-tests do.
 *
 * @param project the project's id
 * @param result {@code succeeded} (runs as was meant), {@code failed} (ran or was sold, and did not last) or
 *     {@code stopped} (given up before it ran)
 * @param ended the day on which that was so; null if it is not known
 * @param evidence who says so
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

    /** Whether it runs as was meant. */
    public boolean isSuccess() {
        return result.equals("succeeded");
    }
}
