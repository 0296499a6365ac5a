package dev.winnow.report.internal.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.analysis.internal.paths.DecisionPaths.Clearing;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.report.Samples;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaysTextTest {

    private static final Assessment OPEN = Samples.everything().assessments().get(2);

    private static final SupposedAnswer YIELD =
            new SupposedAnswer("project.yieldRate", Figure.stated(Amount.of("0.9"), Bound.AT_LEAST, Unit.SHARE, null));
    private static final SupposedAnswer NEED =
            new SupposedAnswer("project.fundingNeed", Figure.between(Amount.ZERO, Amount.of("0.5"), Unit.SHARE));

    private static List<String> items(Language language, @Nullable DecisionPath recommend, List<Clearing> clearings) {
        Wording wording = Wording.inLanguage(language);
        WaysText text = new WaysText(wording, Names.of(ShippedFacts.VOCABULARY, List.of()));
        return text.parts(OPEN, new DecisionPaths(recommend, null, null, null, List.of(), clearings)).stream()
                .map(part -> part.text() + " " + String.join(" | ", part.below()))
                .map(String::strip)
                .toList();
    }

    @Test
    void aWayListsEachQuestionWithItsAnswer() {
        DecisionPath way = new DecisionPath(
                Verdict.RECOMMEND,
                List.of(
                        YIELD,
                        NEED,
                        new SupposedAnswer("project.ownsTechnology", true),
                        new SupposedAnswer("project.coInvestors", List.of(SupposedAnswer.SOMEBODY)),
                        new SupposedAnswer("city.funds", true)),
                true);

        assertThat(items(Language.EN, way, List.of()))
                .containsExactly(
                        "RECOMMEND is certain with 5 answers, and with no fewer: What share of the output of twin is"
                                + " good? – at least 90 % | How much money does twin need from funds? – at most 50 % |"
                                + " Does the owner of twin hold the technology that it needs? – yes | Which firms besides"
                                + " its owner put money into twin? – someone not named so far | Besides those known,"
                                + " which funds can qingdao put behind a project? – none",
                        "No way of at most 12 answers was found that makes DECLINE certain. The search tries each answer alone,"
                                + " the answers that decide a rule together, and then the most helpful ones in turn.");
        assertThat(items(Language.ZH, way, List.of()).get(0)).startsWith("至少需要5项答复才能确定“推荐”：");
    }

    @Test
    void aWayThatMayNotBeSmallestIsMarked() {
        assertThat(items(Language.EN, new DecisionPath(Verdict.RECOMMEND, List.of(YIELD, NEED), false), List.of())
                        .get(0))
                .startsWith("RECOMMEND is certain with 2 answers; fewer may do: ");
        assertThat(items(Language.EN, new DecisionPath(Verdict.RECOMMEND, List.of(YIELD), true), List.of())
                        .get(0))
                .startsWith("RECOMMEND is certain with one answer: ");
        assertThat(items(Language.ZH, new DecisionPath(Verdict.RECOMMEND, List.of(YIELD, NEED), false), List.of())
                        .get(0))
                .startsWith("有2项答复即可确定“推荐”，也可能更少：");
    }

    @Test
    void aKnockOutIsClearedByAnyAnswerOrNone() {
        List<Clearing> clearings =
                List.of(new Clearing("a", "Nobody pays.", List.of(YIELD)), new Clearing("b", "It leaks", List.of()));

        assertThat(items(Language.EN, null, clearings).subList(2, 4))
                .containsExactly(
                        "The open knock-out “Nobody pays” is cleared by any one of these answers: What share of the"
                                + " output of twin is good? – at least 90 %",
                        "No single answer clears the open knock-out “It leaks”.");
        assertThat(items(Language.ZH, null, clearings).get(3)).isEqualTo("待查的一票否决事项“It leaks”，没有任何单项答复可以排除。");
    }

    @Test
    void aSettledVerdictHasNoWays() {
        Wording wording = Wording.inLanguage(Language.EN);
        assertThat(new WaysText(wording, Names.of(ShippedFacts.VOCABULARY, List.of()))
                        .parts(
                                Samples.recommended().assessment(),
                                new DecisionPaths(null, null, null, null, List.of(), List.of())))
                .isEmpty();
    }
}
