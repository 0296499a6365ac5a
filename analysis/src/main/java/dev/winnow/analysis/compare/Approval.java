package dev.winnow.analysis.compare;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answers for a flip.
 *
 * @param project the project's id
 * @param city the city's id
 * @param from the verdict that was
 * @param to the verdict that is
 * @param why the reason, never blank
 * @param by who answers; null if it is not said
 * @param on since when; null if it is not said
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

    /** Whether it is of this flip. */
    public boolean covers(Shift flip) {
        return project.equals(flip.after().project())
                && city.equals(flip.after().city())
                && from == flip.before().verdict()
                && to == flip.after().verdict();
    }
}
