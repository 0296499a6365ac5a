package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.universe.Universe;
import dev.winnow.workbench.internal.lint.RuleReach;
import dev.winnow.workbench.internal.testing.CaseRunner;
import dev.winnow.workbench.internal.testing.TestPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Properties of the semiconductor pack: each rule matters, no rule is about a single project or city, and rules without facts are listed.
 */
class SemiconductorPackTest {

    private static final Path HOME = Run.HOME.resolve("rules/semiconductor");
    private static final RulePack PACK = RulePack.load(HOME);
    private static final Universe UNIVERSE =
            Universe.read(ShippedFacts.VOCABULARY, Run.HOME.resolve("seeds/semiconductor"));

    @TempDir
    private Path folder;

    @Test
    void withoutARulesMatchesOneOfItsCasesFails() throws IOException {
        Path copy = copy();
        for (List<RuleSummary> rules : oneOfEachFile()) {
            for (RuleSummary rule : rules) {
                edit(copy, rule, "(rule \"" + rule.id() + "\"(?s:.*?)\\nwhen\\n)", "$1  AsOf( date < startOfYear )\n");
            }
            RulePack pack = RulePack.draft(copy);
            for (RuleSummary rule : rules) {
                List<CaseResult> results =
                        CaseRunner.run(pack, new TestPlan(rule.id(), false)).results();
                assertThat(results)
                        .filteredOn(result -> result.rule().equals(rule.id()))
                        .as(rule.id())
                        .extracting(CaseResult::passed)
                        .contains(false);
                mend(copy, rule);
            }
        }
    }

    /**
     * Groups the rules into as few rounds as the longest file has rules, because reading the pack takes longer than
     * running cases.
     */
    private static List<List<RuleSummary>> oneOfEachFile() {
        List<List<RuleSummary>> turns = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (RuleSummary rule : PACK.rules()) {
            int turn = seen.merge(rule.criterion(), 1, Integer::sum);
            if (turn > turns.size()) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn - 1).add(rule);
        }
        return turns;
    }

    private static void edit(Path copy, RuleSummary rule, String pattern, String replacement) throws IOException {
        Path file = copy.resolve(rule.criterion() + ".drl");
        String text = Files.readString(file);
        String edited = text.replaceFirst(pattern, replacement);
        assertThat(edited).as(rule.id()).isNotEqualTo(text);
        Files.writeString(file, edited);
    }

    private static void mend(Path copy, RuleSummary rule) throws IOException {
        String file = rule.criterion() + ".drl";
        Files.copy(HOME.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void withoutARuleThePackIsRefused() throws IOException {
        Path copy = copy();
        for (List<RuleSummary> rules : oneOfEachFile()) {
            for (RuleSummary rule : rules) {
                edit(copy, rule, "rule \"" + rule.id() + "\"(?s:.*?)\\nend\\n", "");
            }
            assertThatThrownBy(() -> RulePack.load(copy))
                    .isInstanceOfSatisfying(
                            PackException.class,
                            refused -> assertThat(rules)
                                    .allSatisfy(rule -> assertThat(refused.problems())
                                            .as(rule.id())
                                            .anyMatch(problem ->
                                                    problem.toString().contains(rule.id()))));
            for (RuleSummary rule : rules) {
                mend(copy, rule);
            }
        }
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("semiconductor");
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : files.toList()) {
                Path there = copy.resolve(HOME.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
        return copy;
    }

    @Test
    void rulesAndLimitsNameNoProjectCityOrFirm() throws IOException {
        Set<String> names = new TreeSet<>(UNIVERSE.projectIds());
        names.addAll(UNIVERSE.cityIds());
        for (Dossier dossier : UNIVERSE.dossiers(UNIVERSE.asOf(), true)) {
            if (Set.of("project", "city", "firm", "lead user", "district", "fund")
                    .contains(dossier.kind())) {
                names.addAll(List.of(dossier.name().split(",")[0].split(" (?=\\p{IsHan})")));
            }
        }
        assertThat(names).contains("qingdao", "sien", "SiEn", "Haier", "海尔", "Laoshan", "FAW");
        Pattern any = Pattern.compile(
                names.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                Pattern.UNICODE_CHARACTER_CLASS);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(HOME)) {
            for (Path file : files.filter(one -> one.toString().matches(".*(\\.drl|limits\\.yaml|pack\\.yaml)"))
                    .toList()) {
                Matcher matcher = any.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(file.getFileName() + ": " + matcher.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void rulesNeverDecidedByTheSeedsAreListed() throws IOException {
        Run.assumeBuilt("rules check");
        List<String> never = RuleReach.of(PACK, UNIVERSE).stream()
                .filter(RuleReach::neverDecided)
                .map(one -> one.rule().id())
                .toList();
        assertThat(never).contains("adds-to-goal", "sister-holds-link");
        assertThat(Run.winnow("rules", "check", "-u", "semiconductor").out())
                .contains(
                        "Never decided there, for lack of facts\n  " + String.join("\n  ", never) + "\nsemiconductor");
        assertThat(Run.winnow("rules", "check", "-u", "semiconductor", "-f", "json")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("\"neverDecided\": [ \"" + String.join("\", \"", never) + "\" ]");
        String readme = Files.readString(HOME.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## What the seeds never decide"));
        assertThat(Pattern.compile("`([a-z-]+)`")
                        .matcher(section.substring(0, section.indexOf("\n## ", 1)))
                        .results()
                        .map(result -> result.group(1)))
                .containsExactlyInAnyOrderElementsOf(never);
    }
}
