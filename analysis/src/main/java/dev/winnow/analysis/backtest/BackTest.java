package dev.winnow.analysis.backtest;

import dev.winnow.analysis.compare.PackAndUniverse;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.assumption.Assumptions;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Internal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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

    /** Compiling a pack takes about as long as walking its rules for this many candidates. */
    private static final int MANY = 3_000;

    public BackTest {
        trials = List.copyOf(trials);
        then = List.copyOf(then);
        afterwards = List.copyOf(afterwards);
    }

    /**
     * Judges the projects whose outcome is known.
     *
     * @param projects which projects are asked for; those without an outcome are left out
     * @param cities in which cities they are judged; a project of another city is left out
     * @throws dev.winnow.language.pack.PackException as {@link Screener#screen} throws it
     */
    public static BackTest of(PackAndUniverse basis, Set<String> projects, Set<String> cities) {
        return of(basis, projects, cities, Progress.NONE);
    }

    /** The same, reporting progress. */
    public static BackTest of(PackAndUniverse basis, Set<String> projects, Set<String> cities, Progress progress) {
        return of(basis, projects, cities, Assumptions.NONE, progress);
    }

    /**
     * The same, with assumptions of this run.
     *
     * @param assumed what base cases assume besides, which wins over the assumptions of the universe and the pack
     */
    @Internal
    public static BackTest of(
            PackAndUniverse basis, Set<String> projects, Set<String> cities, Assumptions assumed, Progress progress) {
        long evaluations = 2L
                * cities.size()
                * projects.stream()
                        .filter(one -> basis.universe().outcome(one) != null)
                        .count();
        Function<RulePack, Screener> screeners = evaluations > MANY ? Screener::of : Screener::walking;
        return BackTesting.of(
                basis, projects, cities, pack -> screeners.apply(pack).assuming(assumed), progress);
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
