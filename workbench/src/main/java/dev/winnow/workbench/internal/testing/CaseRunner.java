package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.engine.explain.CaseStep;
import dev.winnow.engine.explain.NearestWay;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the worked examples of a pack: each is a universe of one candidate and one city, screened like any other. The
 * walker determines which outcomes a case covers, and why a case fails.
 */
public final class CaseRunner {

    private final RulePack pack;
    private final Screener screener;
    private final Map<String, CheckedRule> rules = new LinkedHashMap<>();

    /** @param screener evaluates every case */
    private CaseRunner(RulePack pack, Screener screener) {
        this.pack = pack;
        this.screener = screener;
        pack.checkedRules().forEach(rule -> rules.put(rule.id(), rule));
    }

    CaseRunner(RulePack pack) {
        this(pack, Screener.of(pack));
    }

    /**
     * Runs all cases in the order of the files.
     *
     * @param pack the pack
     * @return the result of each case
     */
    public static List<CaseResult> run(RulePack pack) {
        return run(pack, TestPlan.ALL).results();
    }

    /**
     * Runs the cases that a plan selects, in the order of the files.
     *
     * @param pack the pack
     * @param plan the settings
     * @return the results and the coverage
     */
    public static TestRun run(RulePack pack, TestPlan plan) {
        return run(pack, plan, Progress.NONE);
    }

    /**
     * Runs the cases that a plan selects, in the order of the files.
     *
     * @param pack the pack
     * @param plan the settings
     * @param progress called before each case
     * @return the results and the coverage
     */
    public static TestRun run(RulePack pack, TestPlan plan, Progress progress) {
        return run(pack, plan, pack.checked().examples(), progress);
    }

    static TestRun run(RulePack pack, TestPlan plan, List<WorkedExample> examples) {
        return run(pack, plan, examples, Progress.NONE);
    }

    private static TestRun run(RulePack pack, TestPlan plan, List<WorkedExample> examples, Progress progress) {
        List<WorkedExample> chosen = examples.stream()
                .filter(example -> plan.chooses(example, pack.checked().groupsOf(example.rule())))
                .toList();
        return new CaseRunner(pack, Screener.of(pack)).run(chosen, plan, progress);
    }

    /**
     * {@return the problems in the facts of a pack's worked examples}
     *
     * @param pack the pack
     */
    public static List<Problem> problems(RulePack pack) {
        CheckedPack checked = pack.checked();
        // In parallel: reading the cases is a quarter of the time of {@code winnow rules check}.
        return checked.examples().parallelStream()
                .flatMap(
                        example -> CaseFacts.problems(example, checked.types().vocabulary(), checked.limits()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private TestRun run(List<WorkedExample> chosen, TestPlan plan, Progress progress) {
        Set<String> about =
                chosen.stream().map(WorkedExample::rule).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, CoverageCount> counts = new LinkedHashMap<>();
        rules.forEach((id, rule) -> {
            if (plan.filter() == null || about.contains(id)) {
                counts.put(id, new CoverageCount(rule));
            }
        });
        List<CaseResult> results = new ArrayList<>();
        for (WorkedExample example : chosen) {
            progress.show(results.size(), chosen.size());
            CaseResult result = run(example, counts);
            results.add(result);
            if (plan.failFast() && !result.passed()) {
                break;
            }
        }
        CaseCoverage coverage = new CaseCoverage(
                counts.values().stream().map(CoverageCount::rule).toList());
        return new TestRun(results, chosen.size() - results.size(), coverage);
    }

    List<CaseResult> run(List<WorkedExample> examples) {
        return run(examples, TestPlan.ALL, Progress.NONE).results();
    }

    private CaseResult run(WorkedExample example, Map<String, CoverageCount> counts) {
        CaseFacts scene = CaseFacts.of(example, pack.vocabulary(), pack.limitTable());
        String expected = expected(example);
        if (!scene.problems().isEmpty()) {
            return result(
                    example,
                    expected,
                    "the case cannot be read: " + scene.problems().get(0),
                    List.of());
        }
        EvaluationContext context = scene.evaluationContext(pack.limitTable());
        Project candidate = scene.candidate();
        CheckedRule rule = rules.get(example.rule());
        if (context == null || candidate == null || rule == null) {
            return result(example, expected, "the case has no project to judge", List.of());
        }
        Explanation explanation = screener.explain(context, candidate);
        CoverageCount count = counts.get(rule.id());
        CoverageCount.OfCase seen = count == null ? null : count.new OfCase();
        Walker walk = Walker.walk(rule, context, candidate, seen == null ? Walker.Watch.NONE : seen);
        RuleResult came = RuleResult.of(rule, explanation, walk);
        if (seen != null) {
            seen.enter(truth(came.outcome()));
        }
        String words = came.words(example);
        return came.meets(example)
                ? new CaseResult(
                        example.sentence(), rule.id(), example.node().place(), true, expected, words, List.of())
                : result(example, expected, words, NearestWay.of(rule, context, candidate));
    }

    private static Truth truth(Expected outcome) {
        return switch (outcome) {
            case FIRES -> Truth.YES;
            case CANNOT_SAY -> Truth.POSSIBLE;
            case DOES_NOT_FIRE -> Truth.NO;
        };
    }

    private static String expected(WorkedExample example) {
        Node expect = example.expect();
        StringBuilder text = new StringBuilder(example.outcome().words());
        if (expect != null) {
            for (Node.Field field : expect.fields().values()) {
                if (!field.key().equals("outcome")) {
                    String value = field.value().isList()
                            ? String.join(", ", RuleResult.texts(field.value()))
                            : field.value().text();
                    text.append("; ").append(field.key()).append(": ").append(value);
                }
            }
        }
        return text.toString();
    }

    private static CaseResult result(WorkedExample example, String expected, String actual, List<CaseStep> steps) {
        return new CaseResult(
                example.sentence(), example.rule(), example.node().place(), false, expected, actual, steps);
    }
}
