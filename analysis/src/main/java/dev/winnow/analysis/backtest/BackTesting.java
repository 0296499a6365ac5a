package dev.winnow.analysis.backtest;

import dev.winnow.analysis.backtest.RuleDiscrimination.Count;
import dev.winnow.analysis.compare.PackAndUniverse;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.evaluate.AsOfPolicy;
import dev.winnow.language.pack.RuleSummary;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Computes a {@link BackTest}. */
final class BackTesting {

    private final PackAndUniverse basis;
    private final Screener screener;

    private BackTesting(PackAndUniverse basis, Screener screener) {
        this.basis = basis;
        this.screener = screener;
    }

    /**
     * Judges the projects whose outcome is known.
     *
     * @param screeners how a pack is made ready to screen
     * @param progress is called for each project that was judged
     */
    static BackTest of(
            PackAndUniverse basis,
            Set<String> projects,
            Set<String> cities,
            Function<RulePack, Screener> screeners,
            Progress progress) {
        RulePack pack = basis.pack();
        Universe universe = basis.universe();
        List<BackTestCase> trials = new BackTesting(basis, screeners.apply(pack)).trials(projects, cities, progress);
        return new BackTest(
                pack.edition(),
                universe.edition(),
                universe.illustrative(),
                trials,
                discriminations(pack, trials, false),
                discriminations(pack, trials, true));
    }

    private List<BackTestCase> trials(Set<String> projects, Set<String> cities, Progress progress) {
        ScreeningSession then = screener.open(basis.universe(), AsOfPolicy.ofDecisions());
        ScreeningSession afterwards = screener.open(basis.universe(), AsOfPolicy.ofDecisionsInHindsight());
        List<BackTestCase> trials = new ArrayList<>();
        List<ProjectEntry> all = basis.universe().projects();
        int done = 0;
        for (ProjectEntry project : all) {
            Outcome outcome = basis.universe().outcome(project.id());
            Set<String> where = new TreeSet<>(cities);
            if (project.city() != null) {
                where.retainAll(Set.of(project.city()));
            }
            if (outcome != null && projects.contains(project.id()) && !where.isEmpty()) {
                trials.add(new BackTestCase(
                        project.id(),
                        project.name(),
                        outcome,
                        project.city(),
                        project.decided(),
                        judged(project.id(), where, then),
                        judged(project.id(), where, afterwards)));
            }
            progress.show(++done, all.size());
        }
        return trials;
    }

    private static List<Explanation> judged(String project, Set<String> cities, ScreeningSession session) {
        List<Assessment> judged = new ArrayList<>();
        for (String city : cities) {
            Assessment assessment = session.assess(project, city);
            if (assessment != null) {
                judged.add(assessment);
            }
        }
        judged.sort(Screener.BEST_FIRST.thenComparing(Assessment::city));
        return session.explanations(judged).map(session::withCritical).toList();
    }

    private static List<RuleDiscrimination> discriminations(
            RulePack pack, List<BackTestCase> trials, boolean hindsight) {
        return pack.rules().stream()
                .map(rule -> new RuleDiscrimination(
                        rule, count(rule, trials, true, hindsight), count(rule, trials, false, hindsight)))
                .toList();
    }

    private static Count count(RuleSummary rule, List<BackTestCase> trials, boolean succeeded, boolean hindsight) {
        int holds = 0;
        int not = 0;
        int open = 0;
        for (BackTestCase trial : trials) {
            if (trial.outcome().isSuccess() == succeeded) {
                Boolean said = said(rule.id(), trial.explained(hindsight));
                if (said == null) {
                    open++;
                } else if (said) {
                    holds++;
                } else {
                    not++;
                }
            }
        }
        return new Count(holds, not, open);
    }

    /** Whether a rule holds for a candidate; null if undetermined. */
    static @Nullable Boolean said(String rule, Explanation candidate) {
        boolean holds = candidate.findings().stream()
                .anyMatch(finding -> finding.rule().equals(rule)
                        && (!finding.effect().hasPoints() || finding.share().signum() > 0));
        boolean open =
                candidate.undetermined().stream().anyMatch(one -> one.rule().equals(rule));
        return holds ? Boolean.TRUE : open ? null : Boolean.FALSE;
    }
}
