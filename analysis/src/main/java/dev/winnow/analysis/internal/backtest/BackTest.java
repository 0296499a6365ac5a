package dev.winnow.analysis.internal.backtest;

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
 * Tests a pack against the past: every project whose outcome is known is judged as of its decision, once with what was
 * known then and once with what was learnt afterwards.
 *
 * @param pack the pack that judges them
 * @param universe the universe that they come from
 * @param illustrative whether the universe is fictitious
 * @param trials the projects, by id
 * @param then how well each rule told success from failure without hindsight, in the order of the pack
 * @param afterwards the same with hindsight
 */
public record BackTest(
        Edition pack,
        Edition universe,
        boolean illustrative,
        List<BackTestCase> trials,
        List<RuleDiscrimination> then,
        List<RuleDiscrimination> afterwards) {

    /** Fewer failures than this are too few to conclude from: a single one moves every share by more than a tenth. */
    public static final int FEW = 10;

    public BackTest {
        trials = List.copyOf(trials);
        then = List.copyOf(then);
        afterwards = List.copyOf(afterwards);
    }

    /**
     * Judges the projects whose outcome is known, of those that a request asks for, as of their decisions.
     *
     * @param request the pack, the universe and assumptions; a project of a city that is not asked for is left out
     * @param progress is called for each project that was judged
     * @throws dev.winnow.language.PackException as {@link ScreeningRequest#open} throws it
     */
    public static BackTest of(ScreeningRequest request, Progress progress) {
        return BackTesting.of(request, progress);
    }

    /** How many projects had a verdict, by what became of them: {@code succeeded}, {@code failed}, {@code stopped}. */
    public Map<String, Integer> counts(Verdict verdict, boolean hindsight) {
        return counts(trial -> trial.judged(hindsight).verdict() == verdict);
    }

    /** The same of the verdicts of their base cases, in which what is unknown is assumed. */
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

    /** Whether anything is assumed of them. */
    public boolean hasBase() {
        return trials.stream().anyMatch(trial -> trial.judged(false).base() != null);
    }

    /** How well each rule separates success from failure. */
    public List<RuleDiscrimination> discriminations(boolean hindsight) {
        return hindsight ? afterwards : then;
    }

    /** How many succeeded. */
    public int successes() {
        return (int)
                trials.stream().filter(trial -> trial.outcome().isSuccess()).count();
    }

    /** How many failed or were stopped. */
    public int failures() {
        return trials.size() - successes();
    }

    /** Whether so few failures are on record, or fewer than successes, that the test flatters the rules. */
    public boolean isFlattered() {
        return failures() < FEW || failures() < successes();
    }

    /** The projects of which no day of decision is known. */
    public List<BackTestCase> undated() {
        return trials.stream().filter(trial -> trial.decided() == null).toList();
    }

    /** The projects whose outcome was known by the day of their decision, so that no verdict on them is a forecast. */
    public List<BackTestCase> afterTheFact() {
        return trials.stream().filter(BackTestCase::isAfterTheFact).toList();
    }
}
