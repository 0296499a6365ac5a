package dev.winnow.analysis.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.panel.ReviewPack.Numbers;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.Thorough;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel's judgements decide verdicts, and each assessor has an own one. */
class PanelScreeningTest {

    @TempDir
    private Path folder;

    private static ScreeningResult screen(RulePack pack, PanelUniverse given) {
        return ScreeningRequest.of(pack, given.universe()).open().result();
    }

    private static PanelPair pair(RulePack pack, PanelUniverse given, String project) {
        ScreeningResult result = screen(pack, given);
        PanelScreening screening = PanelScreening.of(given, ScreeningRequest.of(pack, given.universe()));
        return screening.pair(result.asked().assessments().stream()
                .filter(one -> one.project().equals(project))
                .findFirst()
                .orElseThrow());
    }

    /** Judgements of one project: of each assessor a team, whether it is novel, and its waste. */
    private static List<Judgement> judgements(RulePack pack, String project, int... teams) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < teams.length; i++) {
            String assessor = "a" + (i + 1);
            judgements.add(ReviewPack.judgement(assessor, project, "project.team", ReviewPack.team(pack, teams[i])));
            judgements.add(ReviewPack.judgement(assessor, project, "project.novel", true));
            judgements.add(ReviewPack.judgement(assessor, project, "project.waste", ReviewPack.waste(5)));
        }
        return judgements;
    }

    @Test
    void aVerdictThatStandsForSomeAssessorsOnlyIsHeldUnderSpread() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("spread"));
        Universe town = ReviewPack.town(pack, "rye");
        // Skill earns 60 points from level 4, 40 from level 3; use earns 60 if new, 40 for little waste. Threshold: 60.
        PanelPair pair =
                pair(pack, ReviewPack.panel(pack, town, 3, List.of(), judgements(pack, "rye", 5, 4, 2)), "rye");
        assertThat(pair.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(pair.assessment().possible()).containsExactlyInAnyOrder(Verdict.values());
        assertThat(pair.verdicts()).containsExactly(Verdict.RECOMMEND, Verdict.RECOMMEND, Verdict.DECLINE);
        assertThat(pair.agreeing()).isZero();
        assertThat(pair.isDisputed()).isTrue();
        assertThat(pair.values())
                .filteredOn(value -> value.fact().equals("project.team"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.value()).hasToString("2–5 of 5");
                    assertThat(value.judgements())
                            .filteredOn(value::isOutlier)
                            .extracting(Judgement::assessor)
                            .containsExactly("a3");
                });
    }

    @Test
    void theMedianDecidesWithoutAnInterval() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("median"));
        Universe town = ReviewPack.town(pack, "rye");
        PanelPair pair =
                pair(pack, ReviewPack.panel(pack, town, 3, List.of(), judgements(pack, "rye", 5, 4, 2)), "rye");
        assertThat(pair.assessment().verdict()).isEqualTo(Verdict.RECOMMEND);
        assertThat(pair.agreeing()).isEqualTo(2);
        assertThat(pair.isDisputed()).isTrue();
    }

    @Test
    void eachAssessorRanksTheCandidatesAnew() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("median"));
        Universe town = ReviewPack.town(pack, "rye", "spelt");
        List<Judgement> judgements = new ArrayList<>(judgements(pack, "rye", 5, 2, 3));
        judgements.addAll(judgements(pack, "spelt", 2, 5, 2));
        PanelPair rye = pair(pack, ReviewPack.panel(pack, town, 3, List.of(), judgements), "rye");
        assertThat(rye.assessment().rank()).isEqualTo(1);
        assertThat(rye.opinions())
                .extracting(
                        opinion -> Objects.requireNonNull(opinion.assessment()).rank())
                .containsExactly(1, 2, 1);
    }

    @Test
    void anAssessorWhoIsRecusedOrJudgesNothingHasNoVerdict() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("spread"));
        Universe town = ReviewPack.town(pack, "rye");
        Recusal recusal = new Recusal("rye", "a3", "a cousin", ReviewPack.HERE);
        PanelPair pair =
                pair(pack, ReviewPack.panel(pack, town, 4, List.of(recusal), judgements(pack, "rye", 5, 4)), "rye");
        assertThat(pair.assessment().verdict()).isEqualTo(Verdict.RECOMMEND);
        assertThat(pair.verdicts()).containsExactly(Verdict.RECOMMEND, Verdict.RECOMMEND);
        assertThat(pair.opinions().get(2).recusal()).isEqualTo(recusal);
        assertThat(pair.isDisputed()).isFalse();
    }

    @Test
    void anAssessorWhoIsRecusedFromTheCityHasNoVerdictInIt() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("median"));
        Universe town = ReviewPack.town(pack, "rye");
        Recusal recusal = new Recusal("mill-town", "a3", "a native", ReviewPack.HERE);
        PanelPair pair =
                pair(pack, ReviewPack.panel(pack, town, 3, List.of(recusal), judgements(pack, "rye", 5, 4, 1)), "rye");
        assertThat(pair.verdicts()).containsExactly(Verdict.RECOMMEND, Verdict.RECOMMEND);
        assertThat(pair.values())
                .allSatisfy(value -> assertThat(value.judgements()).hasSize(3));
    }

    @Test
    void tooFewJudgementsAreAskedFor() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("spread"));
        Universe town = ReviewPack.town(pack, "rye");
        ScreeningResult result = screen(pack, ReviewPack.panel(pack, town, 3, List.of(), judgements(pack, "rye", 5)));
        assertThat(result.explanations().findFirst().orElseThrow().questions())
                .extracting(question -> question.fact())
                .containsExactlyInAnyOrderElementsOf(ReviewPack.FACTS);
    }

    @Test
    void aStatedValueCountsUntilEnoughHaveJudged() {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("median"));
        Universe town = Universe.parse(pack.vocabulary(), Map.of("town.yaml", """
            universe: {name: town, asOf: 2026-05-01}
            cities: [{id: mill-town}]
            projects: [{id: rye, team: 5, novel: true, waste: 5 %}]
            """));
        Assessment stated =
                ScreeningRequest.of(pack, town).open().screening().assessments().get(0);
        assertThat(stated.verdict()).isEqualTo(Verdict.RECOMMEND);
        for (int count = 0; count <= 3; count++) {
            List<Judgement> given = judgements(pack, "rye", new int[] {1, 1, 1}).subList(0, 3 * count);
            Assessment judged = screen(pack, ReviewPack.panel(pack, town, 3, List.of(), given))
                    .asked()
                    .assessments()
                    .get(0);
            assertThat(judged.equals(stated)).as("%s judgements", count).isEqualTo(count < 2);
        }
    }

    @Test
    void aPanelOfOneEqualsItsStatement() {
        RulePack pack =
                ReviewPack.load(folder, new Numbers(1, "spread", 60, 30, 4, 3, 50, 10, List.of(60, 40, 60, 40)));
        Universe town = ReviewPack.town(pack, "rye");
        Universe stated = Universe.parse(pack.vocabulary(), Map.of("town.yaml", """
            universe: {name: town, asOf: 2026-05-01}
            cities: [{id: mill-town}]
            projects: [{id: rye, team: 3, novel: true, waste: 5 %}]
            """));
        Assessment judged = screen(pack, ReviewPack.panel(pack, town, 1, List.of(), judgements(pack, "rye", 3)))
                .asked()
                .assessments()
                .get(0);
        assertThat(judged)
                .isEqualTo(ScreeningRequest.of(pack, stated)
                        .open()
                        .screening()
                        .assessments()
                        .get(0));
    }

    @Test
    void withSpreadEachAssessorsVerdictIsPossible() throws IOException {
        Random random = new Random(34);
        int packs = 8;
        int panels = Thorough.count(1_000, 10_000);
        int disagreeing = 0;
        for (int p = 0; p < packs; p++) {
            RulePack pack = ReviewPack.load(
                    Files.createDirectory(folder.resolve("pack-" + p)),
                    new Numbers(
                            1 + random.nextInt(3),
                            "spread",
                            40 + random.nextInt(60),
                            random.nextInt(40),
                            1 + random.nextInt(5),
                            1 + random.nextInt(5),
                            random.nextInt(101),
                            random.nextInt(101),
                            List.of(
                                    1 + random.nextInt(99),
                                    1 + random.nextInt(99),
                                    1 + random.nextInt(99),
                                    1 + random.nextInt(99))));
            Universe town = ReviewPack.town(pack, "rye", "spelt");
            for (int i = 0; i < panels / packs; i++) {
                PanelUniverse given = random(pack, town, random);
                ScreeningResult result = screen(pack, given);
                PanelScreening screening = PanelScreening.of(given, ScreeningRequest.of(pack, given.universe()));
                for (Assessment one : result.asked().assessments()) {
                    PanelPair pair = screening.pair(one);
                    assertThat(one.possible()).containsAll(pair.verdicts());
                    disagreeing += pair.isDisputed() ? 1 : 0;
                }
            }
        }
        assertThat(disagreeing).isGreaterThan(panels / 4);
    }

    private static PanelUniverse random(RulePack pack, Universe town, Random random) {
        int assessors = 1 + random.nextInt(5);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 1; i <= assessors; i++) {
            for (String project : town.projectIds()) {
                for (String fact : ReviewPack.FACTS) {
                    if (random.nextInt(8) > 0) {
                        judgements.add(ReviewPack.judgement("a" + i, project, fact, value(pack, fact, random)));
                    }
                }
            }
        }
        return ReviewPack.panel(pack, town, assessors, List.of(), judgements);
    }

    private static @Nullable Object value(RulePack pack, String fact, Random random) {
        if (random.nextInt(10) == 0) {
            return null;
        }
        return switch (fact) {
            case "project.team" -> ReviewPack.team(pack, 1 + random.nextInt(5));
            case "project.novel" -> random.nextBoolean();
            default -> ReviewPack.waste(random.nextInt(101));
        };
    }
}
