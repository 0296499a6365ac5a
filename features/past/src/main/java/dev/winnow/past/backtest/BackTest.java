package dev.winnow.past.backtest;

import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tests a pack against the past: every project with a known outcome is judged as of its decision, once with the facts
 * known then and once with hindsight.
 *
 * @param pack the pack under test
 * @param universe the universe of the projects
 * @param illustrative whether the universe is fictitious
 * @param undatedFacts number of statements without a day, which count on every past day
 * @param trials the projects, by id
 * @param then how well each rule separated success from failure without hindsight, in the order of the pack
 * @param afterwards the same with hindsight
 */
public record BackTest(
        Edition pack,
        Edition universe,
        boolean illustrative,
        int undatedFacts,
        List<BackTestCase> trials,
        List<RuleDiscrimination> then,
        List<RuleDiscrimination> afterwards) {

    /**
     * Minimum number of failures for a conclusion; with fewer, a single failure moves every share by more than a tenth.
     */
    public static final int FEW = 10;

    public BackTest {
        trials = List.copyOf(trials);
        then = List.copyOf(then);
        afterwards = List.copyOf(afterwards);
    }

    /**
     * Judges the requested projects with a known outcome as of their decisions.
     *
     * @param request the pack, the universe and the assumptions; projects of other cities than the requested ones are
     *     left out
     * @param progress called for each judged project
     * @throws dev.winnow.language.PackException as {@link ScreeningRequest#open} throws it
     */
    public static BackTest of(ScreeningRequest request, Progress progress) {
        return BackTesting.of(request, progress);
    }

    /** Counts the projects with a verdict, by outcome: {@code succeeded}, {@code failed}, {@code stopped}. */
    public Map<String, Integer> counts(Verdict verdict, boolean hindsight) {
        return counts(trial -> trial.judged(hindsight).verdict() == verdict);
    }

    /** Counts the projects with a verdict of the base case, by outcome. */
    public Map<String, Integer> baseCounts(Verdict verdict, boolean hindsight) {
        return counts(trial -> {
            BaseCase base = trial.judged(hindsight).base();
            return base != null && base.verdict() == verdict;
        });
    }

    private Map<String, Integer> counts(Predicate<BackTestCase> counted) {
        Map<String, Integer> counts = new TreeMap<>();
        BackTestCase.RESULTS.forEach(result -> counts.put(result, 0));
        trials.stream()
                .filter(counted)
                .forEach(trial -> counts.merge(trial.outcome().result(), 1, Integer::sum));
        return counts;
    }

    /** Whether any project has a base case with assumptions. */
    public boolean hasBase() {
        return trials.stream().anyMatch(trial -> trial.judged(false).base() != null);
    }

    /** How well each rule separates success from failure, in the order of the pack. */
    public List<RuleDiscrimination> discriminations(boolean hindsight) {
        return hindsight ? afterwards : then;
    }

    /** Number of projects that succeeded. */
    public int successes() {
        return (int)
                trials.stream().filter(trial -> trial.outcome().isSuccess()).count();
    }

    /** Number of projects that failed or were stopped. */
    public int failures() {
        return trials.size() - successes();
    }

    /** Whether the test flatters the rules: there are fewer failures than {@link #FEW}, or fewer than successes. */
    public boolean isFlattered() {
        return failures() < FEW || failures() < successes();
    }

    /** The projects without a known day of decision. */
    public List<BackTestCase> undated() {
        return trials.stream().filter(trial -> trial.decided() == null).toList();
    }

    /** The projects whose outcome was known by the day of their decision, so that their verdict is no forecast. */
    public List<BackTestCase> afterTheFact() {
        return trials.stream().filter(BackTestCase::isAfterTheFact).toList();
    }
}
