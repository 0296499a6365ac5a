package dev.winnow.analysis.compare;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's approval of a flip, with the reason.
 *
 * @param project the project's id
 * @param city the city's id
 * @param from the verdict that was
 * @param to the verdict that is
 * @param why the reason, never blank
 * @param by the person who approves; null if not given
 * @param on the day of the approval; null if not given
 * @param place where it stands
 */
public record Approval(
        String project,
        String city,
        Verdict from,
        Verdict to,
        String why,
        @Nullable String by,
        @Nullable LocalDate on,
        Place place) {

    /** Whether it approves this flip. */
    public boolean covers(AssessmentChange flip) {
        return project.equals(flip.after().project())
                && city.equals(flip.after().city())
                && from == flip.before().verdict()
                && to == flip.after().verdict();
    }
}
