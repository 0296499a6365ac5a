package dev.winnow.bench.peers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.RuleSummary;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the comparison are those of the shipped pack, and the hand-written ones are the same. */
class ComparisonPackTest {

    private static final Path SHIPPED = Path.of("..", "..", "rules", "semiconductor");
    private static final Path COMPARED = Path.of("rules", "comparison");
    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\"\n.*?\nend\n", Pattern.DOTALL);

    private final RulePack pack = RulePack.load(COMPARED);

    @Test
    void itsRulesAreThoseOfTheShippedPackWordForWord() throws IOException {
        Map<String, String> compared = rules(COMPARED);

        assertThat(compared).hasSize(17);
        assertThat(rules(SHIPPED)).containsAllEntriesOf(compared);
    }

    @Test
    void itsLimitsAreThoseOfTheShippedPack() {
        assertThat(RulePack.load(SHIPPED).limits())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("values.place")
                .containsAll(pack.limits());
    }

    @Test
    void itsWorkedExamplesPass() {
        assertThat(CaseRunner.run(pack)).hasSizeGreaterThan(80).allMatch(result -> result.passed());
        assertThat(Lint.remarks(pack)).isEmpty();
    }

    @Test
    void theHandWrittenRulesHaveThePointsOfThePack() {
        assertThat(pack.rules().stream().map(RuleSummary::id))
                .containsExactlyInAnyOrderElementsOf(
                        Rule.all().stream().map(Rule::id).toList());
        assertThat(pack.rules()).allSatisfy(rule -> {
            Rule byHand = Rule.of(rule.id());
            assertThat(byHand.points()).isEqualTo(rule.points().intValueExact());
            assertThat(byHand.effect()).isEqualTo(rule.effect());
        });
    }

    @Test
    void theHandWrittenLimitsAreThoseOfThePack() {
        Map<String, Double> limits = pack.limits().stream()
                .collect(toMap(
                        LimitSummary::id,
                        limit -> limit.values().get(0).value().low().toDouble()));

        assertThat(limits)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "end-market-scale", Limits.END_MARKET_SCALE,
                        "parts-scale", Limits.PARTS_SCALE,
                        "lead-users-enough", Limits.LEAD_USERS_ENOUGH,
                        "several-end-markets", Limits.SEVERAL_END_MARKETS,
                        "cluster-mass", Limits.CLUSTER_MASS,
                        "yield-asked", Limits.YIELD_ASKED,
                        "generations-shown", Limits.GENERATIONS_SHOWN,
                        "ceiling-without-demand", Limits.CEILING_WITHOUT_DEMAND));
    }

    private static Map<String, String> rules(Path pack) throws IOException {
        Map<String, String> rules = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(pack)) {
            files = found.filter(file -> file.toString().endsWith(".drl")).toList();
        }
        for (Path file : files) {
            Matcher rule = RULE.matcher(Files.readString(file));
            while (rule.find()) {
                rules.put(rule.group(1), rule.group());
            }
        }
        return rules;
    }
}
