package dev.winnow.past.backtest;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.past.backtest.RuleDiscrimination.Count;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a {@link BackTest}. */
final class BackTesting {

    private BackTesting() {}

    static BackTest of(ScreeningRequest request, Progress progress) {
        RulePack pack = request.pack();
        Universe universe = request.universe();
        List<BackTestCase> trials = trials(request, progress);
        return new BackTest(
                pack.edition(),
                universe.edition(),
                universe.illustrative(),
                universe.undated().size(),
                trials,
                discriminations(pack, trials, false),
                discriminations(pack, trials, true));
    }

    private static List<BackTestCase> trials(ScreeningRequest request, Progress progress) {
        Universe universe = request.universe();
        ScreeningSession then = request.at(AsOfPolicy.ofDecisions()).open();
        ScreeningSession afterwards =
                request.at(AsOfPolicy.ofDecisionsInHindsight()).open();
        List<BackTestCase> trials = new ArrayList<>();
        List<ProjectEntry> all = universe.projects();
        int done = 0;
        for (ProjectEntry project : all) {
            Outcome outcome = universe.outcome(project.id());
            List<String> cities = universe.cityIds().stream()
                    .filter(city -> project.city() == null || city.equals(project.city()))
                    .filter(request::asksForCity)
                    .sorted()
                    .toList();
            if (outcome != null && request.asksForProject(project.id()) && !cities.isEmpty()) {
                trials.add(new BackTestCase(
                        project.id(),
                        project.name(),
                        outcome,
                        project.city(),
                        project.decided(),
                        judged(project.id(), cities, then),
                        judged(project.id(), cities, afterwards)));
            }
            progress.show(++done, all.size());
        }
        return trials;
    }

    private static List<Explanation> judged(String project, List<String> cities, ScreeningSession session) {
        List<Assessment> judged = new ArrayList<>();
        for (String city : cities) {
            Assessment assessment = session.assess(project, city);
            if (assessment != null) {
                judged.add(assessment);
            }
        }
        judged.sort(Screener.BEST_FIRST.thenComparing(Assessment::city));
        return session.explanationsWithCritical(judged).toList();
    }

    private static List<RuleDiscrimination> discriminations(
            RulePack pack, List<BackTestCase> trials, boolean hindsight) {
        return pack.rules().stream()
                .map(rule -> discrimination(rule, trials, hindsight))
                .toList();
    }

    static RuleDiscrimination discrimination(RuleSummary rule, List<BackTestCase> trials, boolean hindsight) {
        return new RuleDiscrimination(
                rule, count(rule, trials, true, hindsight), count(rule, trials, false, hindsight));
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
    private static @Nullable Boolean said(String rule, Explanation candidate) {
        boolean holds = candidate.findings().stream()
                .anyMatch(finding -> finding.rule().equals(rule)
                        && (!finding.effect().hasPoints() || finding.share().signum() > 0));
        boolean open =
                candidate.undetermined().stream().anyMatch(one -> one.rule().equals(rule));
        return holds ? Boolean.TRUE : open ? null : Boolean.FALSE;
    }
}
