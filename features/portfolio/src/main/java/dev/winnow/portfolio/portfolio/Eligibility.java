package dev.winnow.portfolio.portfolio;

import dev.winnow.engine.internal.score.BlockingRules;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The projects that a plan may choose for a city. Excluded are declined projects, projects with a red flag unless the
 * plan names them, and scores below the plan's minimum; in the certain scenario, also projects with an open knock-out.
 *
 * @param despiteFlags the ids of projects that may be chosen despite a red flag
 * @param from the minimum score, in millionths of a point; null for no minimum
 */
public record Eligibility(
        Set<String> despiteFlags, @Nullable Long from) {

    private static final Bar KNOCK_OUT_OPEN =
            new Bar(Bar.Reason.OPEN_KNOCK_OUT, Message.of("a knock-out is still open"));

    public Eligibility {
        despiteFlags = Set.copyOf(despiteFlags);
    }

    /** The reasons why a project may not be chosen for a city, by scenario; none where it may. */
    public Map<Scenario, Bar> barred(Assessment assessment) {
        boolean despite = despiteFlags.contains(assessment.project());
        // A red flag is the reason unless the project is declined.
        boolean flagged = assessment.because() == VerdictReason.RED_FLAG;
        Bar bar = bar(assessment.verdict(), assessment.because(), flagged && !despite);
        Map<Scenario, Bar> barred = new EnumMap<>(Scenario.class);
        Bar open = assessment.because() == VerdictReason.KNOCK_OUT_OPEN ? KNOCK_OUT_OPEN : null;
        put(
                barred,
                Scenario.CERTAIN,
                bar == null ? open : bar,
                Scenario.millionths(assessment.score().low()));
        put(
                barred,
                Scenario.POSSIBLE,
                bar,
                Scenario.millionths(assessment.score().high()));
        BaseCase base = assessment.base();
        if (base != null) {
            Bar baseBar = bar(base.verdict(), base.because(), base.because() == VerdictReason.RED_FLAG && !despite);
            put(
                    barred,
                    Scenario.BASE,
                    bar == null ? baseBar : bar,
                    Scenario.millionths(base.score().low()));
        }
        return barred;
    }

    /** The reason why a candidate with a score of the plan's own may not be chosen; null if it may. */
    public @Nullable Bar barred(long score) {
        return from == null || score >= from
                ? null
                : new Bar(
                        Bar.Reason.BELOW_LEAST,
                        Message.of(
                                "its score is below %s, the minimum of the plan",
                                BigDecimal.valueOf(from, 6).stripTrailingZeros().toPlainString()));
    }

    private void put(Map<Scenario, Bar> barred, Scenario scenario, @Nullable Bar bar, long score) {
        Bar first = bar == null ? barred(score) : bar;
        if (first != null) {
            barred.put(scenario, first);
        }
    }

    private static @Nullable Bar bar(Verdict verdict, VerdictReason because, boolean flagged) {
        if (verdict == Verdict.DECLINE) {
            return because == VerdictReason.KNOCK_OUT
                    ? new Bar(Bar.Reason.KNOCK_OUT, Message.of("a knock-out holds"))
                    : new Bar(Bar.Reason.LOW_SCORE, Message.of("its score is too low to pursue it"));
        }
        return flagged
                ? new Bar(
                        Bar.Reason.RED_FLAG,
                        Message.of("a red flag holds, and the plan does not list it under `%s`", "despite-flags"))
                : null;
    }

    /**
     * {@return whether further facts may bar a project that is not barred by the certain ones}
     *
     * @param stops the rules that may stop it
     */
    public boolean mayBeBarred(Assessment assessment, BlockingRules stops) {
        boolean despite = despiteFlags.contains(assessment.project());
        return assessment.possible().contains(Verdict.DECLINE)
                || (from != null && Scenario.millionths(assessment.score().low()) < from)
                || (!despite && stops.mayBeFlagged());
    }
}
