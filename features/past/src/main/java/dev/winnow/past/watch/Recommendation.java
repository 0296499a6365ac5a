package dev.winnow.past.watch;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recorded recommendation, or a recorded decision to wait for conditions.
 *
 * @param record the record number of the decision, or of the screening if there is no decision
 * @param on the day of the record, in UTC
 * @param by its author
 * @param reason the reason for the decision; null if there is no decision
 * @param decision the decision; the verdict of the rules if there is no decision
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id
 * @param cityName its display name
 * @param verdict the verdict of the rules in the recorded screening
 * @param screening the record number of the screening
 * @param then the recorded screening of all candidates; null if it is damaged or this winnow no longer accepts
 *     its pack
 * @param conditions the conditions of the decision
 */
public record Recommendation(
        long record,
        LocalDate on,
        String by,
        @Nullable String reason,
        Verdict decision,
        String project,
        String projectName,
        String city,
        String cityName,
        Verdict verdict,
        long screening,
        @Nullable ScreeningRequest then,
        List<DueCondition> conditions) {

    public Recommendation {
        Objects.requireNonNull(on);
        Objects.requireNonNull(by);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(verdict);
        conditions = List.copyOf(conditions);
    }
}
