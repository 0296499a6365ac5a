package dev.winnow.past.watch;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.model.result.Assessment;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded recommendation, screened again.
 *
 * @param was the recommendation
 * @param outcome whether it still stands
 * @param before the recorded result, derived again; null if this winnow no longer accepts the recorded pack
 * @param now the result today; null if the universe no longer has the project or the city
 * @param marginBefore the points between the recorded score and the threshold of the verdict; negative if the score is
 *     below it; null without {@code before}
 * @param marginNow the same of today's score, by today's threshold; null without {@code now}
 * @param flipBefore the smallest change of one fact that lowered the recorded verdict; null if none does
 * @param flipNow the same for today's verdict
 * @param causes sets of edits: without each of them, the verdict would be as recorded, or the same verdict would have
 *     its recorded distance
 * @param proven whether certainly no smaller set is a cause
 * @param byDay whether the recorded pack and universe judge otherwise on the day of today's screening
 * @param byProgram whether this winnow derives another verdict from the recorded pack and universe than was recorded
 * @param conditions the conditions, by number
 */
public record WatchedPair(
        Recommendation was,
        Outcome outcome,
        @Nullable Assessment before,
        @Nullable Assessment now,
        @Nullable BigDecimal marginBefore,
        @Nullable BigDecimal marginNow,
        @Nullable Reversal flipBefore,
        @Nullable Reversal flipNow,
        List<List<UndoableEdit>> causes,
        boolean proven,
        boolean byDay,
        boolean byProgram,
        List<ConditionState> conditions) {

    public WatchedPair {
        causes = causes.stream().map(List::copyOf).toList();
        conditions = List.copyOf(conditions);
    }

    /** Whether a recommendation still stands. */
    public enum Outcome {
        /** The rules now say less than they did. */
        FELL,
        /** The universe no longer has the project or the city. */
        MISSING,
        /** It stands, nearer to the next lower verdict than when it was recorded. */
        NEARER,
        /** It stands. */
        STANDS,
        /** The decision is to wait for conditions. */
        WAITS;

        /** Whether it no longer stands. */
        public boolean isLost() {
            return this == FELL || this == MISSING;
        }
    }
}
