package dev.winnow.past.backtest;

import dev.winnow.model.domain.Outcome;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project with a known outcome, judged as of its decision: in its own city, or, if that is unknown, in every city;
 * the best city then counts.
 *
 * @param project the project's id
 * @param name its display name
 * @param outcome its outcome
 * @param city the city it landed in or was decided for; null if unknown
 * @param decided the day of its decision; null if unknown, and the universe's day is used
 * @param then explanations without hindsight, best first; never empty
 * @param afterwards explanations of the same day with hindsight, best first; never empty
 */
public record BackTestCase(
        String project,
        String name,
        Outcome outcome,
        @Nullable String city,
        @Nullable LocalDate decided,
        List<Explanation> then,
        List<Explanation> afterwards) {

    /** The possible outcomes of a project. */
    public static final List<String> RESULTS = List.of("succeeded", "failed", "stopped");

    public BackTestCase {
        then = List.copyOf(then);
        afterwards = List.copyOf(afterwards);
        if (then.isEmpty() || afterwards.isEmpty()) {
            throw new IllegalArgumentException("a trial needs a city");
        }
    }

    /** The explanations without or with hindsight, including critical assumptions; best first. */
    public List<Explanation> all(boolean hindsight) {
        return hindsight ? afterwards : then;
    }

    /** The best assessment, which counts. */
    public Assessment judged(boolean hindsight) {
        return explained(hindsight).assessment();
    }

    /** The explanation of the assessment that counts. */
    public Explanation explained(boolean hindsight) {
        return all(hindsight).get(0);
    }

    /**
     * Whether the outcome was known by the day of the decision, for example where a source gives no day and the latest
     * one is assumed.
     */
    public boolean isAfterTheFact() {
        LocalDate ended = outcome.ended();
        return decided != null && ended != null && !ended.isAfter(decided);
    }

    /** Whether its verdict without hindsight is a forecast: it was decided on a known day, before its outcome. */
    public boolean isForecast() {
        return decided != null && !isAfterTheFact();
    }

    /** The day of the decision of a forecast. */
    LocalDate decisionDay() {
        return Objects.requireNonNull(decided);
    }

    /** Whether verdict and outcome contradict each other: a declined success, or a recommended failure. */
    public boolean isWrong(boolean hindsight) {
        return isWrong(judged(hindsight).verdict(), outcome.result());
    }

    /** Whether a verdict contradicts one of the {@link #RESULTS}. */
    public static boolean isWrong(Verdict verdict, String result) {
        return verdict == (result.equals("succeeded") ? Verdict.DECLINE : Verdict.RECOMMEND);
    }
}
