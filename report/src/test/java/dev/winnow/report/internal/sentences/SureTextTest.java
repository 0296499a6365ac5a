package dev.winnow.report.internal.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.Estimate;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SureTextTest {

    private static final RobustnessText ENGLISH = text(Language.EN);
    private static final RobustnessText CHINESE = text(Language.ZH);

    private static final String BASIS = "On what is known";

    private static RobustnessText text(Language language) {
        return new RobustnessText(Wording.inLanguage(language), id -> id.equals("chain") ? "产业链" : id, id -> "P-" + id);
    }

    private static WeightInterval weight(
            String from, @Nullable String below, @Nullable String to, @Nullable String above) {
        return new WeightInterval(
                "chain",
                new BigDecimal("30"),
                new BigDecimal(from),
                to == null ? null : new BigDecimal(to),
                below,
                above,
                BigDecimal.ZERO,
                null);
    }

    private static Estimate estimate(String share, String error) {
        return new Estimate(new BigDecimal(share), new BigDecimal(error));
    }

    private static CandidateRobustness standing(String project, String stands, WeightInterval... weights) {
        return new CandidateRobustness(
                project,
                1,
                Verdict.RECOMMEND,
                EnumSet.of(Verdict.RECOMMEND),
                List.of(weights),
                new Acceptability(
                        estimate("0.342900", "0.004747"),
                        estimate("0.5", "0.005"),
                        estimate(stands, "0.004969"),
                        1,
                        4));
    }

    private static Ranking ranking(CandidateRobustness first, WeightInterval... weights) {
        return new Ranking(
                "town",
                LocalDate.of(2025, 6, 30),
                10_000,
                1,
                true,
                List.of(weights),
                List.of(),
                List.of(first, standing("b", "1")));
    }

    @Test
    void aTiedFirstPlaceIsReportedAlone() {
        CandidateRobustness one = standing("a", "1");
        CandidateRobustness other = standing("b", "1");
        Ranking alike = new Ranking(
                "town", LocalDate.of(2025, 6, 30), 10_000, 1, true, List.of(), List.of("a", "b"), List.of(one, other));
        Ranking tied = new Ranking(
                "town",
                LocalDate.of(2025, 6, 30),
                10_000,
                1,
                true,
                List.of(),
                List.of("a", "b"),
                List.of(one, other, standing("c", "1")));

        assertThat(ENGLISH.first(alike))
                .isEqualTo(
                        "Nothing separates the 2 candidates: they have the same verdict, the same scores and the same"
                                + " share of known information.");
        assertThat(ENGLISH.first(tied)).isEqualTo("P-a, P-b are tied in first place.");
    }

    @Test
    void anUnchangedVerdictIsRobust() {
        CandidateRobustness robust = standing("a", "0.96", weight("10", "HOLD", "61", "DECLINE"));
        assertThat(ENGLISH.verdict(robust, 10_000))
                .isEqualTo(
                        "The verdict is robust: any one weight may halve or double. It stands in 96 % of 10,000 sampled"
                                + " weightings that keep to the order of importance, ± 0.5 %.");
        assertThat(CHINESE.verdict(robust, 10_000))
                .isEqualTo("结论稳健：任一权重减半或加倍，结论不变。在符合重要性次序的1万组抽样权重中，96%维持这一结论（±0.5%）。");
    }

    @Test
    void ifTheFirstIsNotRequestedTheRequestedOnesAreDescribed() {
        CandidateRobustness first = standing("a", "1");
        CandidateRobustness other = standing("b", "0.96", weight("0", null, null, null));
        Ranking ranking = ranking(first, weight("28", "b", null, null));

        assertThat(ENGLISH.asked(ranking, List.of(first, other), BASIS)).isEqualTo(ENGLISH.first(ranking));
        assertThat(ENGLISH.asked(ranking, List.of(other), BASIS))
                .isEqualTo("P-b: The verdict is robust: any one weight may halve or double. It stands in 96 % of"
                        + " 10,000 sampled weightings that keep to the order of importance, ± 0.5 %. On what is"
                        + " known, it ranks 1st to 4th of 2 candidates for the city in sampled weightings; it leads"
                        + " in 34.3 % of them, ± 0.5 %.");
        assertThat(CHINESE.asked(ranking, List.of(other, other, other, other), BASIS))
                .isEqualTo("所列4项结论中，稳健的为4项：任一权重减半或加倍均不改变。");
    }

    @Test
    void aRankIsToldAsFarAsItsInformationGoes() {
        CandidateRobustness first = standing("a", "1");
        CandidateRobustness last = new CandidateRobustness(
                "b",
                2,
                Verdict.HOLD,
                EnumSet.allOf(Verdict.class),
                List.of(),
                new Acceptability(estimate("0", "0.0005"), estimate("1", "0.0005"), estimate("1", "0.0005"), 2, 2));

        assertThat(ENGLISH.rank(last, ranking(first), "On next to no information"))
                .contains("On next to no information, it ranks 2nd of 2 candidates for the city in each of 10,000"
                        + " sampled weightings.");
        assertThat(CHINESE.rank(last, ranking(first), "信息几近空白")).contains("信息几近空白，在1万组抽样权重的每一组下，其在该城市全部2个候选中均排第2名。");
        assertThat(CHINESE.rank(first, ranking(first), "按已知情况"))
                .contains("按已知情况，在抽样权重下，其在该城市全部2个候选中的名次在第1至第4之间，其中34.3%居首（±0.5%）。");
    }

    @Test
    void aSensitiveVerdictNamesTheSmallestChangeOfWeight() {
        CandidateRobustness shaky = standing("a", "0.555700", weight("0", null, "32.045454", "HOLD"));
        assertThat(ENGLISH.verdict(shaky, 10_000))
                .startsWith("The verdict depends on the weight of 产业链: above 32.04 (now 30) it is HOLD.");
        assertThat(CHINESE.verdict(shaky, 10_000)).startsWith("结论取决于“产业链”的权重：高于32.04（现为30）时，结论为“待定”。");
        assertThat(ENGLISH.weights(shaky)).containsExactly("产业链, now 30: up to 32.04, above that HOLD");
    }

    @Test
    void boundsAreRoundedInwards() {
        CandidateRobustness shaky = standing("a", "1", weight("28.571429", "HOLD", "32.049", "DECLINE"));
        assertThat(ENGLISH.weights(shaky))
                .containsExactly("产业链, now 30: from 28.58, below that HOLD; to 32.04, above that DECLINE");
    }

    @Test
    void joinedChangesOfWeightsAreReported() {
        CandidateRobustness shaky = standing("a", "0.6", weight("0", null, null, null));
        assertThat(ENGLISH.verdict(shaky, 10_000))
                .startsWith("The verdict depends on the weights, though on no single one. It stands in 60 % of");
    }

    @Test
    void theFirstPlaceNamesItsSuccessor() {
        Ranking ranking = ranking(standing("a", "1"), weight("28", "b", null, null));
        assertThat(ENGLISH.first(ranking))
                .isEqualTo("First place depends on the weight of 产业链: below 28 (now 30) P-b leads."
                        + " P-a leads in 34.3 % of sampled weightings, ± 0.5 %.");
        assertThat(CHINESE.first(ranking)).isEqualTo("首位取决于“产业链”的权重：低于28（现为30）时，P-b居首。在抽样的权重组合中，P-a有34.3%居首（±0.5%）。");
    }

    @Test
    void aHoldThatWaitsForFactsIsNotSaidToStand() {
        Acceptability always = new Acceptability(estimate("0", "0"), estimate("1", "0"), estimate("1", "0"), 12, 12);
        CandidateRobustness waits =
                new CandidateRobustness("a", 12, Verdict.HOLD, EnumSet.allOf(Verdict.class), List.of(), always);
        CandidateRobustness settled =
                new CandidateRobustness("a", 12, Verdict.HOLD, EnumSet.of(Verdict.HOLD), List.of(), always);

        assertThat(ENGLISH.verdict(waits, 10_000))
                .isEqualTo("The verdict does not depend on the weights (any one may halve or double); unknown facts can"
                        + " still make it RECOMMEND or DECLINE.");
        assertThat(ENGLISH.advice(waits, 10_000)).isEmpty();
        assertThat(ENGLISH.advice(settled, 10_000))
                .contains("With the facts as stated, the advice stays the same in 100 % of 10,000 sampled weightings"
                        + " that keep to the order of importance, ± 0 %.");
        assertThat(CHINESE.advice(settled, 10_000)).contains("以所述事实为准，在保持重要性次序的1万组抽样权重中，建议不变的占100%（±0%）。");
    }

    @Test
    void verdictsOfWhichNoneIsRobustAreNotCountedAsZero() {
        CandidateRobustness open =
                new CandidateRobustness("a", 1, Verdict.HOLD, EnumSet.allOf(Verdict.class), List.of(), null);
        CandidateRobustness weak = standing("b", "0.5", weight("29", "HOLD", null, null));
        Ranking ranking = ranking(standing("c", "1"));

        assertThat(ENGLISH.asked(ranking, List.of(open, open), BASIS))
                .isEqualTo("None of the 2 verdicts shown depends on the weights, but unknown facts can change each of"
                        + " them.");
        assertThat(CHINESE.asked(ranking, List.of(open, open), BASIS)).isEqualTo("所列2项结论均不取决于权重，但尚未查明的事实可能改变每一项。");
        assertThat(ENGLISH.asked(ranking, List.of(open, weak), BASIS))
                .isEqualTo(
                        "None of the 2 verdicts shown is robust: unknown facts alone decide 1, the weights the others.");
        assertThat(CHINESE.asked(ranking, List.of(open, weak), BASIS)).isEqualTo("所列2项结论均不稳健：1项只取决于尚未查明的事实，其余取决于权重。");
        assertThat(ENGLISH.asked(ranking, List.of(weak, weak), BASIS))
                .isEqualTo("None of the 2 verdicts shown is robust: each depends on the weights.");
        assertThat(CHINESE.asked(ranking, List.of(weak, weak), BASIS)).isEqualTo("所列2项结论均不稳健：每一项都取决于权重。");
    }

    @Test
    void anOpenVerdictIsNotCalledRobust() {
        CandidateRobustness open = new CandidateRobustness(
                "a", 1, Verdict.HOLD, EnumSet.allOf(Verdict.class), List.of(weight("0", null, null, null)), null);
        Ranking ranking = new Ranking(
                "town",
                LocalDate.of(2025, 6, 30),
                10_000,
                1,
                false,
                List.of(),
                List.of(),
                List.of(open, standing("b", "1")));

        assertThat(ENGLISH.verdict(open, 10_000))
                .isEqualTo("The verdict does not depend on the weights (any one may halve or double); unknown facts can"
                        + " still make it RECOMMEND or DECLINE.");
        assertThat(CHINESE.verdict(open, 10_000)).isEqualTo("结论不取决于权重（任一权重可减半或加倍），但尚未查明的事实仍可能使其变为推荐或不推荐。");
        assertThat(ENGLISH.first(ranking))
                .isEqualTo("First place does not depend on the weights (any one may halve or double); unknown facts can"
                        + " still change it.");
        assertThat(CHINESE.first(ranking)).isEqualTo("首位不取决于权重（任一权重可减半或加倍），但尚未查明的事实仍可能改变首位。");
        assertThat(ENGLISH.asked(ranking, List.of(open, open, standing("b", "1")), BASIS))
                .as("the first is among them")
                .isEqualTo(ENGLISH.first(ranking));
        assertThat(ENGLISH.asked(
                        new Ranking(
                                "town",
                                LocalDate.of(2025, 6, 30),
                                10_000,
                                1,
                                true,
                                List.of(),
                                List.of(),
                                List.of(standing("z", "1"))),
                        List.of(open, standing("b", "1")),
                        BASIS))
                .isEqualTo("Robust verdicts: 1 of the 2 shown; any one weight may halve or double. Unknown facts"
                        + " alone decide 1 more.");
    }

    @Test
    void aBoundBeyondTheOrderIsOmitted() {
        WeightInterval bound = new WeightInterval(
                "chain", new BigDecimal("30"), new BigDecimal("28"), null, "HOLD", null, new BigDecimal("29"), null);
        assertThat(bound.isRobust()).isTrue();
        assertThat(ENGLISH.weights(standing("a", "1", bound))).isEmpty();
    }

    @Test
    void forOneCandidateTheVerdictIsDescribed() {
        Ranking ranking = new Ranking(
                "town",
                LocalDate.of(2025, 6, 30),
                10_000,
                1,
                true,
                List.of(),
                List.of(),
                List.of(standing("a", "1", weight("0", null, null, null))));
        assertThat(ENGLISH.first(ranking)).isEqualTo("The verdict is robust: any one weight may halve or double.");
    }
}
