package dev.winnow.report.internal.paper;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The recorded screening of a candidate with which a paper compares the present one.
 *
 * @param number the number of the record
 * @param day the day of the record
 * @param explanation the assessment at the time, with its reasons
 * @param decision the last decision about the candidate; null if none is recorded
 */
public record EarlierScreening(
        long number,
        LocalDate day,
        Explanation explanation,
        @Nullable Decision decision) {

    /**
     * A recorded decision.
     *
     * @param decided the decision
     * @param day the day of the record
     * @param by the person or body that decided
     * @param reason the reason
     */
    public record Decision(Verdict decided, LocalDate day, String by, String reason) {}
}
