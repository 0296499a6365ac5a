package dev.winnow.engine;

import dev.winnow.engine.WorkedExample.Expected;
import dev.winnow.model.Assessment;
import dev.winnow.model.Finding;
import dev.winnow.model.Node;
import dev.winnow.model.Project;
import dev.winnow.model.Undetermined;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

        Expected outcome() {
            return finding != null ? Expected.FIRES : open != null ? Expected.CANNOT_SAY : Expected.DOES_NOT_FIRE;
        }

        String words() {
            return actual(outcome(), finding, open);
        }
    }

    private final RulePack pack;
    /** The compiled rules first, if they judge. */
    private final List<Screener> screeners;

    private final Map<String, CheckedRule> rules = new LinkedHashMap<>();

    /** @param screeners those that judge every case; they must agree */
    CaseRunner(RulePack pack, List<Screener> screeners) {
        this.pack = pack;
        this.screeners = screeners;
        pack.checkedRules().forEach(rule -> rules.put(rule.id(), rule));
    }

    CaseRunner(RulePack pack) {
        this(pack, List.of(Screener.of(pack), Screener.walking(pack)));
    }

    static TestRun run(RulePack pack, TestPlan plan) {
        return run(pack, plan, pack.examples());
    }

    static TestRun run(RulePack pack, TestPlan plan, List<WorkedExample> examples) {
        List<WorkedExample> chosen = examples.stream()
                .filter(example -> plan.chooses(example, pack.criterionOf(example.rule())))
                .toList();
        Screener walking = Screener.walking(pack);
        boolean compiles = plan.compiled() && !chosen.isEmpty();
        CaseRunner runner = new CaseRunner(pack, compiles ? List.of(Screener.of(pack), walking) : List.of(walking));
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
        if (count != null) {
            CoverageCount.OfCase seen = count.new OfCase();
            Walker.walk(rule, surroundings, candidate, seen);
            seen.enter(truth(first.outcome()));
        }
        boolean agreed = judged.stream().allMatch(first::equals);
        boolean passed = first.outcome() == example.outcome() && details(example, first.finding(), first.open());
        if (agreed && passed) {
            return new CaseResult(
                    example.sentence(), rule.id(), example.node().place(), true, expected, first.words(), List.of());
        }
        String words = agreed ? first.words() : disagreement(first, judged.get(judged.size() - 1));
        return result(example, expected, words, NearestWay.of(rule, surroundings, candidate));
    }

    private static Truth truth(Expected outcome) {
        return switch (outcome) {
            case FIRES -> Truth.TRUE;
            case CANNOT_SAY -> Truth.UNKNOWN;
            case DOES_NOT_FIRE -> Truth.FALSE;
        };
    }

    private static String disagreement(Judged compiled, Judged walked) {
        return "winnow disagrees with itself; please report it, with the rule and the case\n"
                + "compiled: " + compiled.words() + "\n"
                + "walked: " + walked.words();
    }

    private static boolean details(WorkedExample example, @Nullable Finding finding, @Nullable Undetermined open) {
        Node expect = example.expect();
        if (expect == null) {
            return true;
        }
        Node share = expect.get("share");
        Node reason = expect.get("reason");
        Node missing = expect.get("missing");
        Node also = expect.get("also");
        return (share == null || (finding != null && isShare(share.text(), finding.share())))
                && (reason == null || (finding != null && finding.reason().equals(reason.text())))
                && (also == null || (finding != null && texts(also).equals(finding.also())))
                && (missing == null || (open != null && texts(missing).equals(open.missing())));
    }

    /** Whether a share is the one written: exactly, or rounded where two or more places are written. */
    private static boolean isShare(String written, BigDecimal share) {
        if (!written.matches("[0-9]{1,3}(\\.[0-9]{1,20})?")) {
            return false; // also what would be a number of a billion digits
        }
        try {
            BigDecimal wanted = new BigDecimal(written);
            BigDecimal shown = wanted.scale() < 2 ? share : share.setScale(wanted.scale(), RoundingMode.HALF_UP);
            return shown.compareTo(wanted) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).sorted().toList();
    }

    private static String expected(WorkedExample example) {
        Node expect = example.expect();
        StringBuilder text = new StringBuilder(example.outcome().words());
        if (expect != null) {
            for (Node.Field field : expect.fields().values()) {
                if (!field.key().equals("outcome")) {
                    String value = field.value().isList()
                            ? String.join(", ", texts(field.value()))
                            : field.value().text();
                    text.append("; ").append(field.key()).append(": ").append(value);
                }
            }
        }
        return text.toString();
    }

    private static String actual(Expected outcome, @Nullable Finding finding, @Nullable Undetermined open) {
        StringBuilder text = new StringBuilder(outcome.words());
        if (finding != null) {
            text.append("; share: ").append(finding.share().stripTrailingZeros().toPlainString());
            text.append("; reason: ").append(finding.reason());
            if (!finding.also().isEmpty()) {
                text.append("; also: ").append(String.join(", ", finding.also()));
            }
        }
        if (open != null) {
            text.append("; missing: ").append(String.join(", ", open.missing()));
        }
        return text.toString();
    }

    private static CaseResult result(WorkedExample example, String expected, String actual, List<CaseStep> steps) {
        return new CaseResult(
                example.sentence(), example.rule(), example.node().place(), false, expected, actual, steps);
    }
}
