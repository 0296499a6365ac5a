package dev.winnow.past.exceptions;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that differs from the verdict of the rules.
 *
 * @param record the number of its record; null if it is not on record
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id
 * @param cityName its display name
 * @param day the day whose facts the rules judged
 * @param rules the verdict of the rules
 * @param decision the decision, as the verdict that agrees with it
 * @param by the person or body that decided; null if unknown
 * @param reason the reason given for it; null if unknown
 * @param explained the verdict of the rules with its reasons; null if this winnow does not derive the recorded verdict
 * @param today the verdict of today's pack on the same facts; null if it was not asked
 */
public record PolicyException(
        @Nullable Long record,
        String project,
        String projectName,
        String city,
        String cityName,
        LocalDate day,
        Verdict rules,
        Verdict decision,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Explanation explained,
        @Nullable Assessment today) {

    public PolicyException {
        if (rules == decision) {
            throw new IllegalArgumentException("the decision agrees with the rules");
        }
    }

    /** Whether the decision favours the project more than the rules do. */
    boolean isLenient() {
        return decision.compareTo(rules) < 0;
    }

    /** Whether today's pack agrees with the decision; false if it was not asked. */
    public boolean agreesToday() {
        return today != null && today.verdict() == decision;
    }
}
