package dev.winnow.analysis.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.panel.Discussion.Settlement;
import dev.winnow.analysis.internal.panel.Discussion.Topic;
import dev.winnow.analysis.internal.panel.ReviewPack.Numbers;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel discusses the verdicts that depend on its disagreements, and the changes that would settle them. */
class DiscussionTest {

    @TempDir
    private Path folder;

    private Discussion discussion(String take, List<Judgement> judgements) {
        RulePack pack = ReviewPack.load(folder, Numbers.plain(take));
        Universe town = ReviewPack.town(pack, "rye", "spelt");
        PanelUniverse given = ReviewPack.panel(pack, town, 3, List.of(), judgements);
        ScreeningRequest request = ScreeningRequest.of(pack, given.universe());
        return Discussion.of(PanelScreening.of(given, request), request.open().result());
    }

    /** Judgements of three assessors about one project. */
    private List<Judgement> judgements(String project, List<Integer> teams, List<Integer> wastes) {
        RulePack pack = ReviewPack.load(folder, Numbers.plain("spread"));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < teams.size(); i++) {
            String assessor = "a" + (i + 1);
            judgements.add(
                    ReviewPack.judgement(assessor, project, "project.team", ReviewPack.team(pack, teams.get(i))));
            judgements.add(ReviewPack.judgement(assessor, project, "project.novel", true));
            judgements.add(ReviewPack.judgement(assessor, project, "project.waste", ReviewPack.waste(wastes.get(i))));
        }
        return judgements;
    }

    private static List<String> words(List<Settlement> settlements) {
        return settlements.stream()
                .map(one -> one.judgement().assessor() + " " + one.judgement().fact() + " " + one.value() + " "
                        + one.verdict() + (one.settles() ? " settles" : " turns"))
                .toList();
    }

    @Test
    void verdictsThatStandForAllAssessorsAreNotDiscussed() {
        List<Judgement> all = new ArrayList<>(judgements("rye", List.of(5, 4, 2), List.of(5, 5, 5)));
        all.addAll(judgements("spelt", List.of(4, 4, 5), List.of(5, 6, 5)));
        assertThat(discussion("spread", all).topics())
                .extracting(topic -> topic.pair().assessment().project())
                .containsExactly("rye");
    }

    @Test
    void theSmallestChangeOfALevelSettlesAVerdict() {
        // 60 points of skill from level 4, 40 from level 3; recommended from 60, declined below 30.
        Topic topic = discussion("spread", judgements("rye", List.of(5, 4, 2), List.of(5, 5, 5)))
                .topics()
                .get(0);
        assertThat(topic.disputed()).extracting("fact").containsExactly("project.team");
        assertThat(words(topic.settlements())).containsExactly("a3 project.team 4 of 5 RECOMMEND settles");
    }

    @Test
    void twoAssessorsApartAreNotSettledByOne() {
        Topic topic = discussion("spread", judgements("rye", List.of(5, 2, 2), List.of(5, 5, 5)))
                .topics()
                .get(0);
        assertThat(words(topic.settlements())).containsExactly("a1 project.team 2 of 5 DECLINE settles");
        Topic apart = discussion("spread", judgements("rye", List.of(5, 3, 1), List.of(5, 5, 5)))
                .topics()
                .get(0);
        assertThat(apart.pair().assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(apart.settlements()).noneMatch(Settlement::settles);
    }

    @Test
    void aFigureWithoutLevelsIsTriedWhereARuleTurns() {
        // A red flag from 50 % of waste on: the nearest judgement that can be written without it is 49.9 %.
        Topic topic = discussion("spread", judgements("rye", List.of(5, 5, 5), List.of(5, 5, 80)))
                .topics()
                .get(0);
        assertThat(topic.pair().verdicts()).containsExactly(Verdict.RECOMMEND, Verdict.RECOMMEND, Verdict.HOLD);
        assertThat(words(topic.settlements())).startsWith("a3 project.waste 49.9 % RECOMMEND settles");
    }

    @Test
    void aTrialGivesWhatAUniverseWithTheOtherJudgementGives() {
        Random random = new Random(1);
        Set<PairTrials.Outcome> seen = new HashSet<>();
        for (String take : List.of("spread", "median", "lowest")) {
            RulePack pack = ReviewPack.load(folder, Numbers.plain(take));
            Universe town = ReviewPack.town(pack, "rye", "spelt");
            for (int run = 0; run < 5; run++) {
                List<Judgement> judgements = new ArrayList<>();
                for (String project : List.of("rye", "spelt")) {
                    judgements.addAll(judgements(
                            project,
                            random.ints(4, 1, 6).boxed().toList(),
                            random.ints(4, 40, 60).boxed().toList()));
                }
                judgements.removeIf(any -> random.nextInt(4) == 0);
                PanelUniverse given = ReviewPack.panel(pack, town, 4, List.of(), judgements);
                ScreeningRequest request = ScreeningRequest.of(pack, given.universe());
                ScreeningResult result = request.open().result();
                PanelScreening screening = PanelScreening.of(given, request);
                for (Assessment assessment : result.asked().assessments()) {
                    PanelPair pair = screening.pair(assessment);
                    PairTrials trials = new PairTrials(screening, result.session(), pair);
                    for (PanelValue value : pair.values()) {
                        for (Judgement one : value.judgements()) {
                            for (Object other : others(pack, value.fact())) {
                                PanelPair after = Objects.requireNonNull(screening.changed(assessment, one, other));
                                PairTrials.Outcome outcome = trials.outcome(value, one, other);
                                assertThat(outcome)
                                        .isEqualTo(new PairTrials.Outcome(
                                                after.assessment().verdict(), !after.isDisputed()));
                                seen.add(outcome);
                            }
                        }
                    }
                }
            }
        }
        assertThat(seen).hasSize(6);
    }

    private static List<Object> others(RulePack pack, String fact) {
        return switch (fact) {
            case "project.team" ->
                List.of(ReviewPack.team(pack, 1), ReviewPack.team(pack, 3), ReviewPack.team(pack, 5));
            case "project.waste" -> List.of(ReviewPack.waste(5), ReviewPack.waste(49), ReviewPack.waste(80));
            default -> List.of(true, false);
        };
    }

    @Test
    void underMedianAChangeMayTurnTheVerdictOfThePanel() {
        Topic topic = discussion("median", judgements("rye", List.of(5, 4, 2), List.of(5, 5, 5)))
                .topics()
                .get(0);
        assertThat(topic.pair().assessment().verdict()).isEqualTo(Verdict.RECOMMEND);
        assertThat(words(topic.settlements()))
                .containsExactly(
                        "a3 project.team 4 of 5 RECOMMEND settles",
                        "a2 project.team 3 of 5 HOLD turns",
                        "a1 project.team 3 of 5 HOLD turns",
                        "a2 project.team 2 of 5 DECLINE turns",
                        "a1 project.team 2 of 5 DECLINE turns");
    }
}
