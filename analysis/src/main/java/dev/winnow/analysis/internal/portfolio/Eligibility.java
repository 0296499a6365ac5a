package dev.winnow.analysis.internal.portfolio;

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
 * Which projects a plan may choose for a city: none that the rules decline, none with a red flag unless the plan names it, none that
 * scores less than it asks for.
 *
 * @param despiteFlags the ids of projects that may be chosen though a red flag holds
 * @param from the least score, in millionths of a point; null for any
 */
public record Eligibility(
        Set<String> despiteFlags, @Nullable Long from) {

    public Eligibility {
        despiteFlags = Set.copyOf(despiteFlags);
    }

    /** Why a project may not be chosen for a city, by each reading; none where it may. */
    public Map<Scenario, Message> barred(Assessment assessment) {
        boolean despite = despiteFlags.contains(assessment.project());
        // A red flag is the reason unless there is one to decline.
        boolean flagged = assessment.because() == VerdictReason.RED_FLAG;
        Message bar = bar(assessment.verdict(), assessment.because(), flagged && !despite);
        Map<Scenario, Message> barred = new EnumMap<>(Scenario.class);
        put(
                barred,
                Scenario.CERTAIN,
                bar,
                Scenario.millionths(assessment.score().low()));
        put(
                barred,
                Scenario.POSSIBLE,
                bar,
                Scenario.millionths(assessment.score().high()));
        BaseCase base = assessment.base();
        if (base != null) {
            Message baseBar = bar(base.verdict(), base.because(), base.because() == VerdictReason.RED_FLAG && !despite);
            put(
                    barred,
                    Scenario.BASE,
                    bar == null ? baseBar : bar,
                    Scenario.millionths(base.score().low()));
        }
        return barred;
    }

    /** Why a candidate of the plan's own may not be chosen, by each reading; none where it may. */
    Map<Scenario, Message> barred(long worth) {
        Map<Scenario, Message> barred = new EnumMap<>(Scenario.class);
        put(barred, Scenario.CERTAIN, null, worth);
        return barred;
    }

    private void put(Map<Scenario, Message> barred, Scenario scenario, @Nullable Message bar, long score) {
        if (bar != null) {
            barred.put(scenario, bar);
        } else if (from != null && score < from) {
            barred.put(
                    scenario,
                    Message.of(
                            "it scores less than %s, which the plan asks for",
                            BigDecimal.valueOf(from, 6).stripTrailingZeros().toPlainString()));
        }
    }

    private static @Nullable Message bar(Verdict verdict, VerdictReason because, boolean flagged) {
        if (verdict == Verdict.DECLINE) {
            return because == VerdictReason.KNOCK_OUT
                    ? Message.of("a knock-out holds")
                    : Message.of("its score is too low to pursue it");
        }
        return flagged
                ? Message.of("a red flag holds, and the plan does not name it under `%s`", "despite-flags")
                : null;
    }

    /**
     * {@return whether a project that is not barred by what is certain may turn out to be, once more is known}
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
