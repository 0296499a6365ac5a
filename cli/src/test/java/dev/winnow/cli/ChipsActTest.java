package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Awards outside 5–15 % of capital cost are flagged; those without a published figure are questions, not passes. */
class ChipsActTest {

    private static final Amount LEAST = Amount.of("0.05");
    private static final Amount MOST = Amount.of("0.15");

    private static final Universe UNIVERSE =
            Universe.read(ShippedFacts.VOCABULARY, Run.HOME.resolve("seeds/chips-act"));
    private static final TreeMap<String, Explanation> JUDGED = new TreeMap<>();

    static {
        Screener screener = Screener.walking(RulePack.load(Run.HOME.resolve("rules/chips-act")));
        screener.open(UNIVERSE)
                .result()
                .explanations()
                .forEach(one -> JUDGED.put(one.assessment().project(), one));
    }

    @TempDir
    private Path folder;

    private static Stream<Project> awards() {
        return UNIVERSE.asOf(UNIVERSE.asOf(), true).projects().stream();
    }

    private static Set<String> ids(Predicate<Project> which) {
        Set<String> ids = new TreeSet<>();
        awards().filter(which).forEach(project -> ids.add(project.id()));
        return ids;
    }

    private static Set<String> judged(Predicate<Explanation> which) {
        Set<String> ids = new TreeSet<>();
        JUDGED.values().stream()
                .filter(which)
                .forEach(one -> ids.add(one.assessment().project()));
        return ids;
    }

    private static boolean found(Explanation one, String rule) {
        return one.findings().stream().map(Finding::rule).anyMatch(rule::equals);
    }

    @Test
    void atLeastEightAwardsHaveSourcedFigures() {
        assertThat(UNIVERSE.problems()).isEmpty();
        assertThat(ids(project -> project.decided() != null)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(awards().flatMap(project -> Stream.of(
                                project.declared().figure("directFunding"),
                                project.investment(),
                                project.declared().figure("loans")))
                        .filter(Objects::nonNull)
                        .map(Figure::evidence)
                        .map(Objects::requireNonNull))
                .allSatisfy(evidence -> {
                    assertThat(evidence.source()).isNotNull();
                    assertThat(evidence.asOf()).isNotNull();
                })
                .extracting(Evidence::hindsight)
                .containsOnly(false);
    }

    @Test
    void exactlyTheAwardsCertainlyOutsideTheRangeAreFlagged() {
        Set<String> above = ids(project -> {
            Figure part = Figure.quotient(project.declared().figure("directFunding"), project.investment());
            return part != null && part.low().compareTo(MOST) > 0;
        });
        Set<String> below = ids(project -> {
            Figure part = Figure.quotient(project.declared().figure("directFunding"), project.investment());
            return part != null && part.high().compareTo(LEAST) < 0;
        });
        assertThat(above).containsExactly("amkor");
        assertThat(judged(one -> found(one, "direct-funding-above-range"))).isEqualTo(above);
        assertThat(judged(one -> found(one, "direct-funding-below-range"))).isEqualTo(below);
        assertThat(judged(one -> one.assessment().because() == VerdictReason.RED_FLAG))
                .isEqualTo(above);
    }

    @Test
    void awardsWithoutAPublishedCapitalCostAreQuestionsNotPasses() {
        Set<String> unpublished = ids(project -> project.investment() == null);
        assertThat(unpublished).containsExactly("absolics", "bae-systems", "hemlock", "wolfspeed");
        for (String project : unpublished) {
            Explanation one = Objects.requireNonNull(JUDGED.get(project));
            assertThat(one.assessment().verdict()).as(project).isEqualTo(Verdict.HOLD);
            assertThat(one.questions()).extracting(Question::fact).contains("project.investment");
        }
        assertThat(judged(one -> one.assessment().verdict() == Verdict.RECOMMEND))
                .containsExactly("sk-hynix", "tsmc-arizona");
    }

    @Test
    void anOwnCandidateBelowTheRangeIsFlagged() throws IOException {
        Path file = Files.writeString(
                folder.resolve("small.yaml"),
                "projects: [{id: small, name: Small, directFunding: $16 mn, investment: $400 mn, loans: 0 USD}]");
        Run run = Run.winnow("screen", "-u", "chips-act", "-r", "chips-act", "--project", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(Run.winnow("explain", file.toString(), "united-states", "-u", "chips-act", "-r", "chips-act")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("red flag Direct funding is below the usual share of capital cost")
                .contains("16 mn USD of direct funding for a capital cost of 400 mn USD");
    }
}
