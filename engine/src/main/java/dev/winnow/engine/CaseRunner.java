package dev.winnow.engine;

import dev.winnow.engine.WorkedExample.Expected;
import dev.winnow.model.Assessment;
import dev.winnow.model.Finding;
import dev.winnow.model.Node;
import dev.winnow.model.Project;
import dev.winnow.model.Undetermined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs worked examples: each is a universe of one city and one candidate, judged like any other, by the compiled rules
 * and by the walker.
 */
final class CaseRunner {

    /** What came of one rule; both null if it does not hold. */
    private record Judged(
            @Nullable Finding finding, @Nullable Undetermined open) {

        static Judged of(Assessment assessment, String rule) {
            return new Judged(
                    assessment.findings().stream()
                            .filter(one -> one.rule().equals(rule))
                            .findFirst()
                            .orElse(null),
                    assessment.undetermined().stream()
                            .filter(one -> one.rule().equals(rule))
                            .findFirst()
                            .orElse(null));
        }

        RuleResult result(CheckedRule rule, Walker walk) {
            return RuleResult.of(rule, finding, open, walk);
        }
    }

    private final RulePack pack;
    /** Those of the compiled rules first, if they judge. */
    private final List<Screener> screeners;

    private final Map<String, CheckedRule> rules = new LinkedHashMap<>();

    /** @param screeners those that judge every case; they must agree */
    CaseRunner(RulePack pack, List<Screener> screeners) {
        this.pack = pack;
        this.screeners = screeners;
        pack.checkedRules().forEach(rule -> rules.put(rule.id(), rule));
    }

    CaseRunner(RulePack pack) {
        this(pack, screeners(pack));
    }

    /** The fused evaluator, which screens; its reference; and the walker. */
    private static List<Screener> screeners(RulePack pack) {
        return List.of(Screener.of(pack, Matcher.FUSED), Screener.of(pack, Matcher.PHREAK), Screener.walking(pack));
    }

    static TestRun run(RulePack pack, TestPlan plan) {
        return run(pack, plan, pack.examples());
    }

    static TestRun run(RulePack pack, TestPlan plan, List<WorkedExample> examples) {
        List<WorkedExample> chosen = examples.stream()
                .filter(example -> plan.chooses(example, pack.criterionOf(example.rule())))
                .toList();
        boolean compiles = plan.compiled() && !chosen.isEmpty();
        CaseRunner runner = new CaseRunner(pack, compiles ? screeners(pack) : List.of(Screener.walking(pack)));
        return runner.run(chosen, plan);
    }

    private TestRun run(List<WorkedExample> chosen, TestPlan plan) {
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
        return run(examples, TestPlan.ALL).results();
    }

    private CaseResult run(WorkedExample example, Map<String, CoverageCount> counts) {
        CaseScene scene = CaseScene.of(example, pack.limitTable());
        String expected = expected(example);
        if (!scene.problems().isEmpty()) {
            return result(
                    example,
                    expected,
                    "the case cannot be read: " + scene.problems().get(0),
                    List.of());
        }
        Surroundings surroundings = scene.surroundings(pack.limitTable());
        Project candidate = scene.candidate();
        CheckedRule rule = rules.get(example.rule());
        if (surroundings == null || candidate == null || rule == null) {
            return result(example, expected, "the case has no project to judge", List.of());
        }
        List<Judged> judged = screeners.stream()
                .map(screener -> Judged.of(screener.assess(surroundings, candidate), rule.id()))
                .toList();
        Judged first = judged.get(0);
        CoverageCount count = counts.get(rule.id());
        CoverageCount.OfCase seen = count == null ? null : count.new OfCase();
        Walker walk = Walker.walk(rule, surroundings, candidate, seen == null ? Walker.Watch.NONE : seen);
        RuleResult came = first.result(rule, walk);
        if (seen != null) {
            seen.enter(truth(came.outcome()));
        }
        boolean agreed = judged.stream().allMatch(first::equals);
        String words = came.words(example);
        if (agreed && came.meets(example)) {
            return new CaseResult(
                    example.sentence(), rule.id(), example.node().place(), true, expected, words, List.of());
        }
        Judged other =
                judged.stream().filter(one -> !one.equals(first)).findFirst().orElse(first);
        String judge = judged.indexOf(other) == judged.size() - 1 ? "walked" : "by PHREAK";
        String shown = agreed
                ? words
                : disagreement(words, judge, other.result(rule, walk).words(example));
        return result(example, expected, shown, NearestWay.of(rule, surroundings, candidate));
    }

    private static Truth truth(Expected outcome) {
        return switch (outcome) {
            case FIRES -> Truth.TRUE;
            case CANNOT_SAY -> Truth.UNKNOWN;
            case DOES_NOT_FIRE -> Truth.FALSE;
        };
    }

    private static String disagreement(String compiled, String judge, String other) {
        return "winnow disagrees with itself; please report it, with the rule and the case\n"
                + "compiled: " + compiled + "\n"
                + judge + ": " + other;
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
