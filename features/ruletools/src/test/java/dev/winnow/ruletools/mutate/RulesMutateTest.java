package dev.winnow.ruletools.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.workbench.internal.mutate.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The output of {@code winnow rules mutate} for a pack without some of its cases, and the cases that it proposes
 * instead.
 */
class RulesMutateTest {

    private static final Pattern RULE = Pattern.compile("(?m)^    rule: (\\S+)$");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private PackCopy pack;

    @BeforeEach
    void copy() {
        pack = PackCopy.of("battery", folder);
    }

    private Run mutate(String... more) {
        return winnow("mutate", more);
    }

    private Run winnow(String command, String... more) {
        return Run.winnow(
                Stream.concat(Stream.of("rules", command, pack.folder().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private JsonNode json(String... more) throws IOException {
        String[] all = Stream.concat(Stream.of("-f", "json"), Stream.of(more)).toArray(String[]::new);
        return JSON.readTree(mutate(all).out());
    }

    private static List<String> cases(String text) {
        return List.of(text.split("(?m)^(?=  - case: )"));
    }

    private static String rule(String one) {
        Matcher rule = RULE.matcher(one);
        assertThat(rule.find()).as(one).isTrue();
        return rule.group(1);
    }

    /** Removes random cases and returns the rules that lost one. */
    private Set<String> removeCases(int many, long seed) {
        List<String> all = new ArrayList<>();
        for (String file : pack.cases()) {
            List<String> parts = cases(pack.text(file));
            all.addAll(parts.subList(1, parts.size()));
        }
        Collections.shuffle(all, new Random(seed));
        Set<String> robbed = new TreeSet<>();
        for (String one : all.subList(0, many)) {
            take(one);
            robbed.add(rule(one));
        }
        return robbed;
    }

    private void take(String one) {
        for (String file : pack.cases()) {
            if (pack.text(file).contains(one)) {
                pack.replace(file, one, "");
                return;
            }
        }
        throw new AssertionError(one);
    }

    /** Removes the cases in which a rule fires. */
    private void takeFiring(String file, String rule) {
        List<String> firing = cases(pack.text(file)).stream()
                .filter(one -> one.startsWith("  - case: ") && rule(one).equals(rule) && one.contains("fires"))
                .filter(one -> !one.contains("does not fire"))
                .toList();
        assertThat(firing).isNotEmpty();
        firing.forEach(this::take);
    }

    // --- whole pack ---

    /** A single test, because its runs over the whole pack are slow. */
    @Test
    void proposedCasesDetectTheMutantsOfTwelveRemovedCases() throws IOException {
        Set<String> robbed = removeCases(12, 3);
        List<String> before = pack.cases().stream().map(pack::text).toList();

        Run run = mutate("-f", "json");
        assertThat(run.exit()).isEqualTo(1);
        JsonNode report = JSON.readTree(run.out());
        Set<String> survivors = new TreeSet<>();
        for (JsonNode mutant : report.get("mutants")) {
            if (mutant.get("fate").textValue().equals("survived")) {
                survivors.add(mutant.get("rule").textValue());
            }
        }
        assertThat(survivors).isNotEmpty();
        assertThat(robbed).containsAll(survivors);
        for (JsonNode proposal : report.get("proposals")) {
            assertThat(robbed).contains(proposal.get("rule").textValue());
        }
        assertThat(run.err())
                .isEqualTo("winnow: " + Numbers.count(report.get("survived").intValue(), "change")
                        + " that no case notices\n");
        assertThat(pack.cases().stream().map(pack::text))
                .as("nothing is written unasked")
                .containsExactlyElementsOf(before);

        Run written = mutate("--write-cases");
        assertThat(written.exit()).as(written.out()).isZero();
        assertThat(written.out()).contains(" noticed, 0 survive, ").endsWith(", 3 undecided\n");
        assertThat(written.err())
                .endsWith("winnow: " + Numbers.count(report.get("proposals").size(), "case")
                        + " written; this is what is left\n");
        for (JsonNode proposal : report.get("proposals")) {
            assertThat(Files.readString(Path.of(proposal.get("file").textValue())))
                    .contains(proposal.get("text").textValue());
        }
        for (int i = 0; i < before.size(); i++) {
            assertThat(pack.text(pack.cases().get(i))).startsWith(before.get(i).stripTrailing());
        }
        assertThat(winnow("test").exit()).isZero();
        assertThat(winnow("check", "--strict")).isEqualTo(new Run(0, "battery 1.0.0: 28 rules, no problems\n", ""));
    }

    // --- text ---

    @Test
    void aSurvivorIsShownWithACaseThatDetectsIt() {
        takeFiring("cases/technology.yaml", "yield-below-floor");
        Run run = mutate("-k", "yield-below-floor", "--color", "never");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        int line = pack.line("technology.drl", "card.redFlag");
        assertThat(pack.shown(run.out()))
                .startsWith("rule yield-below-floor\n")
                .contains("battery/technology.drl:" + line + ":8: `redFlag` → `knockOut`: no case notices", """
                    - card.redFlag(\
                    """, """
                    + card.knockOut(\
                    """)
                .contains("add to battery/cases/technology.yaml, which notices ", "    rule: yield-below-floor\n")
                .contains("\nNoticed, of the changes that a case can notice\n")
                .endsWith(" that no case notices\n");
    }

    @Test
    void aPackWhoseCasesDetectAllMutantsPasses() {
        Run run = mutate("-k", "yield-below-floor");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("Noticed, of the changes that a case can notice\n")
                .contains(" 100 %\n");
    }

    @Test
    void anUndetectableMutantIsUndecided() {
        Run run = mutate("-k", "stages-covered");
        assertThat(run.exit()).isZero();
        assertThat(pack.shown(run.out()).replaceAll("\\s+", " "))
                .startsWith("Undecided: no case was found that notices these battery/chain-coverage.drl:")
                .contains("stages-covered: `>` → `>=` – no case found after 4000 scenes");
    }

    @Test
    void failingCasesAreReportedBeforeMutation() throws IOException {
        pack.replace("cases/technology.yaml", "does not fire", "fires");
        Run run = mutate("--write-cases");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("FAILED ")
                .endsWith("1 case failed before anything was changed: correct them first, see `winnow rules test` ");
        JsonNode report = json();
        assertThat(report.get("failed")).hasSize(1);
        assertThat(report.get("mutants")).isEmpty();
    }

    @Test
    void anInvalidPackIsNotMutated() {
        pack.replace("funding.drl", "$need : fundingNeed )", "$need : fundingNeeds )");
        Run run = mutate();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("`Project` has no `fundingNeeds`")
                .endsWith("winnow: 1 problem; no rule was changed\n");
    }

    // --- filter and threshold ---

    @ParameterizedTest
    @CsvSource({"technology, 4", "YIELD, 2", "*-floor, 1", "yield-*, 2", "yield-below-floor, 1"})
    void aFilterChoosesRules(String filter, int many) throws IOException {
        Set<String> rules = new TreeSet<>();
        json("-k", filter)
                .get("mutants")
                .forEach(mutant -> rules.add(mutant.get("rule").textValue()));
        assertThat(rules).hasSize(many);
    }

    @Test
    void aFilterThatMatchesNothingIsAFailure() {
        Run run = mutate("-k", "nothing-of-the-kind");
        assertThat(run).isEqualTo(new Run(1, "no rule was changed: no id or criterion of a rule matches\n", ""));
    }

    @Test
    void aFilteredRunProposesCasesForItsRulesOnly() {
        takeFiring("cases/technology.yaml", "yield-below-floor");
        String technology = pack.text("cases/technology.yaml");
        assertThat(mutate("-k", "funding", "--write-cases").exit()).isZero();
        assertThat(pack.text("cases/technology.yaml")).isEqualTo(technology);
    }

    @Test
    void aThresholdIsMetOrNot() throws IOException {
        takeFiring("cases/technology.yaml", "yield-below-floor");
        String percent = json("-k", "technology").get("percent").asText();
        assertThat(Double.parseDouble(percent)).isBetween(1.0, 99.9);
        assertThat(mutate("-k", "technology", "--threshold", percent).exit()).isZero();
        Run run = mutate("-k", "technology", "--threshold", "99.95");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).endsWith("the cases notice " + percent + " %, and 99.95 % is required\n");
        Run other = mutate("-k", "technology", "--threshold", "99.95", "-f", "json");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).isEqualTo("winnow: the cases notice " + percent + " %, and 99.95 % is required\n");
    }

    // --- JSON ---

    @Test
    void theContractMatchesItsPage() throws IOException {
        takeFiring("cases/technology.yaml", "yield-below-floor");
        JsonNode report = json("-k", "yield-below-floor");
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "pack",
                        "failed",
                        "killed",
                        "survived",
                        "undecided",
                        "percent",
                        "files",
                        "mutants",
                        "proposals");
        assertThat(report.get("schema").intValue()).isEqualTo(1);
        assertThat(report.get("mutants").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "rule", "criterion", "file", "line", "column", "kind", "before", "after", "fate", "why");
        for (String fate : new String[] {"killed", "survived", "undecided"}) {
            List<String> fates = report.get("mutants").findValuesAsText("fate");
            assertThat(report.get(fate).intValue()).isEqualTo(Collections.frequency(fates, fate));
        }
        assertThat(report.get("survived").intValue()).isPositive();
        for (JsonNode proposal : report.get("proposals")) {
            for (JsonNode killed : proposal.get("kills")) {
                assertThat(report.get("mutants")
                                .get(killed.intValue())
                                .get("fate")
                                .textValue())
                        .isEqualTo("survived");
            }
        }
        int all = 0;
        for (JsonNode file : report.get("files")) {
            all += file.get("killed").intValue() + file.get("survived").intValue();
        }
        assertThat(all)
                .isEqualTo(
                        report.get("killed").intValue() + report.get("survived").intValue());
    }

    // --- documentation ---

    @Test
    void thePageListsEveryKindOfChange() throws IOException {
        assertThat(Files.readString(Run.HOME.resolve("docs/rule-tools.md"))
                        .lines()
                        .dropWhile(line -> !line.equals("### Which mistakes are made"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("##"))
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.replaceFirst("^(\\| `[a-z]+` \\| [^|]+ \\|).*", "$1")))
                .containsExactlyElementsOf(Arrays.stream(Mutant.Kind.values())
                        .map(kind -> "| `" + kind.name().toLowerCase(Locale.ROOT) + "` | " + kind.words() + " |")
                        .toList());
    }
}
