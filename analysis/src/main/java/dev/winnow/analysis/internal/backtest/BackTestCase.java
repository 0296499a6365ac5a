package dev.winnow.analysis.internal.backtest;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project whose outcome is known, judged as of its decision. One that had a city is judged there; one of which no city
 * is known, in every city, and the city where it does best counts.
 *
 * @param project its id
 * @param name its display name
 * @param outcome how it ended up
 * @param city the city it landed in or was decided for; null if none is known
 * @param decided the day of its decision; null if none is known, and it is judged as of the universe's day
 * @param then what was said without hindsight, the best first; never empty
 * @param afterwards what was said of the same day with what was learnt afterwards, the best first; never empty
 */
public record BackTestCase(
        String project,
        String name,
        Outcome outcome,
        @Nullable String city,
        @Nullable LocalDate decided,
        List<Explanation> then,
        List<Explanation> afterwards) {

    /** The ways in which a project ends. */
    public static final List<String> RESULTS = List.of("succeeded", "failed", "stopped");

    public BackTestCase {
        then = List.copyOf(then);
        afterwards = List.copyOf(afterwards);
        if (then.isEmpty() || afterwards.isEmpty()) {
            throw new IllegalArgumentException("a trial needs a city");
        }
    }

    /** What explains the assessments of a view, with critical assumptions; the best first. */
    public List<Explanation> all(boolean hindsight) {
        return hindsight ? afterwards : then;
    }

    /** The assessment that counts. */
    public Assessment judged(boolean hindsight) {
        return explained(hindsight).assessment();
    }

    /** What explains the assessment that counts. */
    public Explanation explained(boolean hindsight) {
        return all(hindsight).get(0);
    }

    /** Whether its outcome was known by the day of its decision, as where a source prints no day and the latest is assumed. */
    public boolean isAfterTheFact() {
        LocalDate ended = outcome.ended();
        return decided != null && ended != null && !ended.isAfter(decided);
    }

    /** Whether its verdict and its outcome are at odds: a success declined, or a failure recommended. */
    public boolean isWrong(boolean hindsight) {
        return isWrong(judged(hindsight).verdict(), outcome.result());
    }

    /** Whether a verdict is at odds with one of the {@link #RESULTS}. */
    public static boolean isWrong(Verdict verdict, String result) {
        return verdict == (result.equals("succeeded") ? Verdict.DECLINE : Verdict.RECOMMEND);
    }
}
