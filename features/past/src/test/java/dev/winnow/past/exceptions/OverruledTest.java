package dev.winnow.past.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.past.exceptions.Overruled.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reason of the verdict decides which part of the policy a decision overrules. */
class OverruledTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    private static ScoreInterval span(int low, int high) {
        return new ScoreInterval(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static Finding finding(String rule, Effect effect, int contribution) {
        return new Finding(
                rule,
                "Title of " + rule,
                "",
                effect,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.valueOf(contribution),
                "because of " + rule,
                "",
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Undetermined open(String rule, Effect effect) {
        return new Undetermined(
                rule, "Title of " + rule, "", effect, BigDecimal.ZERO, BigDecimal.ZERO, List.of("project.owner"));
    }

    /** The project's side binds; pull costs it 3 · (100 − 20) points of the certain score, funds 1 · 100. */
    private static Explanation explained(VerdictReason because, List<Finding> findings, List<Undetermined> open) {
        return new Explanation(
                new Assessment(
                        "gale",
                        "Gale",
                        "northport",
                        "Northport",
                        true,
                        DAY,
                        because.verdict(),
                        because,
                        1,
                        span(15, 40),
                        Side.PROJECT,
                        BigDecimal.ONE,
                        Map.of(),
                        null,
                        List.of(),
                        Set.of(because.verdict()),
                        null),
                List.of(
                        new CriterionScore("pull", "Pull", Side.PROJECT, BigDecimal.valueOf(3), span(20, 90)),
                        new CriterionScore("funds", "Funds", Side.PROJECT, BigDecimal.ONE, span(0, 10)),
                        new CriterionScore("gain", "Gain", Side.CITY, BigDecimal.TEN, span(0, 0))),
                findings,
                open,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static PolicyException exception(@Nullable Explanation explained, Verdict rules, Verdict decision) {
        return new PolicyException(
                null, "gale", "Gale", "northport", "Northport", DAY, rules, decision, null, null, explained, null);
    }

    private static List<Overruled> lenient(VerdictReason because, List<Finding> findings, List<Undetermined> open) {
        return Overruled.of(
                List.of(exception(explained(because, findings, open), because.verdict(), Verdict.RECOMMEND)));
    }

    @Test
    void everyKnockOutThatHeldIsOverruled() {
        List<Finding> findings = List.of(
                finding("no-money", Effect.KNOCK_OUT, 0),
                finding("fraud", Effect.KNOCK_OUT, 0),
                finding("review", Effect.RED_FLAG, 0));
        assertThat(lenient(VerdictReason.KNOCK_OUT, findings, List.of()))
                .extracting(Overruled::kind, Overruled::id)
                .containsExactly(tuple(Kind.KNOCK_OUT, "fraud"), tuple(Kind.KNOCK_OUT, "no-money"));
        assertThat(lenient(VerdictReason.RED_FLAG, findings, List.of()))
                .extracting(Overruled::kind, Overruled::id)
                .containsExactly(tuple(Kind.RED_FLAG, "review"));
    }

    @Test
    void anOpenKnockOutIsOverruledWithTheFactsThatItMisses() {
        List<Overruled> groups = lenient(
                VerdictReason.KNOCK_OUT_OPEN,
                List.of(),
                List.of(open("no-money", Effect.KNOCK_OUT), open("review", Effect.RED_FLAG)));
        assertThat(groups)
                .extracting(Overruled::kind, Overruled::id)
                .containsExactly(tuple(Kind.KNOCK_OUT_OPEN, "no-money"));
        assertThat(groups.get(0).says(groups.get(0).exceptions().get(0))).containsExactly("project.owner");
    }

    @Test
    void aScoreIsMissedByACapAndByTheCostliestCriterion() {
        List<Finding> caps = List.of(finding("no-demand", Effect.CAP, -5), finding("idle", Effect.CAP, 0));
        assertThat(lenient(VerdictReason.BETWEEN, caps, List.of()))
                .extracting(Overruled::kind, Overruled::id)
                .containsExactly(tuple(Kind.CAP, "no-demand"), tuple(Kind.THRESHOLD, "pull"));
        assertThat(lenient(VerdictReason.TOO_LOW, List.of(), List.of()))
                .as("of the possible score, funds cost 1 · 90 points, pull 3 · 10")
                .extracting(Overruled::kind, Overruled::id)
                .containsExactly(tuple(Kind.THRESHOLD, "funds"));
    }

    @Test
    void aStricterDecisionOverrulesNoRule() {
        assertThat(Overruled.of(List.of(exception(
                        explained(VerdictReason.RED_FLAG, List.of(finding("review", Effect.RED_FLAG, 0)), List.of()),
                        Verdict.HOLD,
                        Verdict.DECLINE))))
                .extracting(Overruled::kind)
                .containsExactly(Kind.NO_STOP);
    }

    @Test
    void theMostFrequentGroupComesFirst() {
        PolicyException unexplained = exception(null, Verdict.DECLINE, Verdict.HOLD);
        PolicyException stopped = exception(
                explained(VerdictReason.KNOCK_OUT, List.of(finding("fraud", Effect.KNOCK_OUT, 0)), List.of()),
                Verdict.DECLINE,
                Verdict.HOLD);
        assertThat(Overruled.of(List.of(unexplained, stopped, unexplained)))
                .extracting(Overruled::kind, one -> one.exceptions().size())
                .containsExactly(tuple(Kind.UNEXPLAINED, 2), tuple(Kind.KNOCK_OUT, 1));
    }
}
