package dev.winnow.workbench.internal.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.winnow.engine.Bakery;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.Thorough;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases detect changes to the behaviour that they show; other changes survive, and a case is proposed for each. */
class MutationTestingTest {

    @TempDir
    private Path folder;

    private static MutationPlan plan(String filter, int threads) {
        return new MutationPlan(filter, threads, (done, all) -> {});
    }

    private static MutationRun run(Bakery bakery) {
        return MutationTesting.run(bakery.folder(), plan(null, 2));
    }

    private static List<String> survivors(MutationRun run, String rule) {
        return run.mutants().stream()
                .filter(mutant -> mutant.rule().equals(rule) && mutant.fate() == Fate.SURVIVED)
                .map(mutant -> mutant.before() + " → " + mutant.after())
                .toList();
    }

    @Test
    void aCaseAtTheLimitDetectsMoreThanOneBeyondIt() {
        Bakery bakery = Bakery.in(folder);
        assertThat(survivors(run(bakery), "market-at-scale")).contains(">= → >", "50 mn yuan → 45 mn yuan");
        bakery.write("cases/demand.yaml", bakery.text("cases/demand.yaml") + """

              - case: A market at the limit is large
                rule: market-at-scale
                given:
                  project: {endMarkets: [bread]}
                  city: {demands: [{endMarket: bread, annualOutput: 50 mn yuan}], complete: [demands]}
                expect: fires
            """);
        assertThat(survivors(run(bakery), "market-at-scale"))
                .contains("50 mn yuan → 45 mn yuan")
                .doesNotContain(">= → >");
    }

    @Test
    void changesOfExpectedDetailsAreDetected() {
        Bakery bakery = Bakery.in(folder);
        assertThat(survivors(run(bakery), "fills-gap"))
                .containsExactly("60 → 59", "60 → 61", "SUPPLEMENT → STRENGTHEN", "award → note");
        bakery.write("cases/chain.yaml", bakery.text("cases/chain.yaml") + """

              - case: It says so
                rule: fills-gap
                given:
                  project: {links: [mill]}
                  city: {presences: [{link: mill, held: false}]}
                expect: {outcome: fires, effect: award, points: 60.0, action: SUPPLEMENT, criterion: chain}
            """);
        assertThat(survivors(run(bakery), "fills-gap")).isEmpty();
    }

    @Test
    void theProposedCasesKillAllSurvivors() throws IOException {
        Bakery bakery = Bakery.in(folder);
        MutationRun before = run(bakery);
        assertThat(MutationRun.count(before.mutants(), Fate.SURVIVED)).isEqualTo(31);
        MutationTesting.draft(bakery.folder(), before.proposals()).write();
        MutationRun after = run(bakery);
        assertThat(after.failed()).isEmpty();
        assertThat(MutationRun.count(after.mutants(), Fate.SURVIVED)).isZero();
        assertThat(after.proposals()).isEmpty();
        assertThat(bakery.problems()).isEmpty();
    }

    @Test
    void aProposalReadsLikeACase() {
        CaseProposal proposal = run(Bakery.in(folder)).proposals().stream()
                .filter(one -> one.rule().equals("fills-gap"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.text()).isEqualTo("""
              - case: It brings a link that the town lacks. It fires, and this is what it says
                rule: fills-gap
                given:
                  project: {links: [mill]}
                  city: {presences: [{link: mill, held: false}]}
                expect: {outcome: fires, points: 60, action: SUPPLEMENT}
            """);
        assertThat(proposal.kills()).hasSize(4);
    }

    @Test
    void aRuleWithoutCasesIsGivenTheThreeThatItNeeds() throws IOException {
        Bakery bakery = Bakery.in(folder).remove("cases/money.yaml");
        MutationRun run = MutationTesting.run(bakery.folder(), plan("money", 1));
        assertThat(run.mutants()).allMatch(mutant -> mutant.fate() == Fate.SURVIVED);
        MutationTesting.draft(bakery.folder(), run.proposals()).write();
        assertThat(bakery.problems()).isEmpty();
        assertThat(bakery.text("cases/money.yaml")).startsWith("# Worked examples of money.drl.\ncases:\n");
        assertThat(MutationRun.count(
                        MutationTesting.run(bakery.folder(), plan("money", 1)).mutants(), Fate.SURVIVED))
                .isZero();
    }

    @Test
    void oneThreadAndTwoGiveEqualResults() {
        Bakery bakery = Bakery.in(folder);
        MutationRun one = MutationTesting.run(bakery.folder(), plan(null, 1));
        MutationRun two = MutationTesting.run(bakery.folder(), plan(null, 2));
        assertThat(two.mutants()).isEqualTo(one.mutants());
        assertThat(two.proposals()).isEqualTo(one.proposals());
    }

    @Test
    void casesThatFailAnywayAreReportedInsteadOfMutants() {
        Bakery bakery = Bakery.in(folder).edit("cases/chain.yaml", "expect: fires", "expect: does not fire");
        MutationRun run = run(bakery);
        assertThat(run.failed()).hasSize(1);
        assertThat(run.mutants()).isEmpty();
    }

    @Test
    void aFilterChoosesRulesByIdAndCriterion() {
        Bakery bakery = Bakery.in(folder);
        assertThat(MutationTesting.run(bakery.folder(), plan("FILLS", 1)).mutants())
                .allMatch(mutant -> mutant.rule().equals("fills-gap"))
                .isNotEmpty();
        assertThat(MutationTesting.run(bakery.folder(), plan("m*y", 1)).mutants())
                .allMatch(mutant -> mutant.criterion().equals("money"))
                .isNotEmpty();
        assertThat(MutationTesting.run(bakery.folder(), plan("baker", 1)).mutants())
                .isEmpty();
    }

    static Stream<Arguments> deletions() {
        // Two of the five in semiconductor guard a division by 0, which gives 0 in any case.
        return Stream.of(arguments("battery", 3, 3), arguments("semiconductor", 1, 5), arguments("semiconductor", 2, 5))
                .limit(Thorough.count(2, 3));
    }

    /** Twelve cases are deleted from a shipped pack whose cases detect every detectable change. */
    @ParameterizedTest
    @MethodSource("deletions")
    void everyDeletedCaseIsProposedAgain(String name, long seed, int unnoticeable) throws IOException {
        Bakery pack = Bakery.shipped(name, folder);
        Set<String> robbed = delete(pack, 12, seed);
        MutationRun run = run(pack);
        Set<String> surviving = run.mutants().stream()
                .filter(mutant -> mutant.fate() == Fate.SURVIVED)
                .map(Mutant::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(surviving).isNotEmpty();
        assertThat(robbed).containsAll(surviving);
        MutationTesting.draft(pack.folder(), run.proposals()).write();
        MutationRun again = run(pack);
        assertThat(again.failed()).isEmpty();
        assertThat(MutationRun.count(again.mutants(), Fate.SURVIVED)).isZero();
        assertThat(MutationRun.count(again.mutants(), Fate.UNDECIDED))
                .as("changes that no case can detect")
                .isEqualTo(unnoticeable);
        assertThat(pack.problems()).isEmpty();
    }

    /** Deletes cases from the files, and returns the rules that they tested. */
    private static Set<String> delete(Bakery pack, int count, long seed) {
        List<WorkedExample> examples = new ArrayList<>(pack.load().checked().examples());
        Collections.shuffle(examples, new Random(seed));
        Set<String> rules = new TreeSet<>();
        examples.subList(0, count).stream()
                .sorted((one, other) ->
                        other.node().place().compareTo(one.node().place()))
                .forEach(example -> {
                    String file = "cases/"
                            + pack.path("cases")
                                    .relativize(Path.of(example.node().place().file()));
                    List<String> lines = new ArrayList<>(pack.text(file).lines().toList());
                    int from = example.node().place().line() - 1;
                    int to = from + 1;
                    while (to < lines.size() && !lines.get(to).matches("  - .*|  #.*|")) {
                        to++;
                    }
                    lines.subList(from, to).clear();
                    pack.write(file, String.join("\n", lines) + "\n");
                    rules.add(example.rule());
                });
        return rules;
    }
}
