package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step that a project has reached, or, without a day, may have reached.
 *
 * @param project the project's id
 * @param step of building, {@code landed}, {@code tool-in}, {@code pilot-line}, {@code production} or {@code capacity};
 *     of a public programme, {@code statement-of-interest}, {@code pre-application}, {@code full-application}, {@code
 *     preliminary-terms}, {@code due-diligence} or {@code award}
 * @param reached the day it was reached
 * @param evidence its origin
 */
public record Milestone(
        String project,
        String step,
        @Nullable LocalDate reached,
        @Nullable Evidence evidence) {

    public Milestone {
        Lists.require(project, "project");
        Lists.require(step, "step");
    }
}
