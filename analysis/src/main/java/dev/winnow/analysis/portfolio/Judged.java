package dev.winnow.analysis.portfolio;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of screening a project in a city, others having landed there.
 *
 * @param worth its score in millionths, by each reading
 * @param barred why it may not be chosen, by each reading; none where it may
 */
record Judged(Map<Reading, Long> worth, Map<Reading, Message> barred) {

    /** @param despiteFlags whether it may be chosen though a red flag holds */
    static Judged of(Assessment assessment, boolean despiteFlags) {
        Map<Reading, Long> worth = new EnumMap<>(Reading.class);
        Map<Reading, Message> barred = new EnumMap<>(Reading.class);
        boolean flagged = assessment.findings().stream().anyMatch(finding -> finding.effect() == Effect.RED_FLAG);
        Message bar = bar(assessment.verdict(), assessment.because(), flagged && !despiteFlags);
        worth.put(Reading.CERTAIN, millionths(assessment.score().low()));
        worth.put(Reading.POSSIBLE, millionths(assessment.score().high()));
        if (bar != null) {
            barred.put(Reading.CERTAIN, bar);
            barred.put(Reading.POSSIBLE, bar);
        }
        BaseCase base = assessment.base();
        if (base != null) {
            worth.put(Reading.BASE, millionths(base.score().low()));
            boolean assumed = base.because() == Because.RED_FLAG && !despiteFlags;
            Message baseBar = bar(base.verdict(), base.because(), assumed);
            if (baseBar != null || bar != null) {
                barred.put(Reading.BASE, bar == null ? baseBar : bar);
            }
        }
        return new Judged(worth, barred);
    }

    private static @Nullable Message bar(Verdict verdict, Because because, boolean flagged) {
        if (verdict == Verdict.DECLINE) {
            return because == Because.KNOCK_OUT
                    ? Message.of("a knock-out holds")
                    : Message.of("its score is too low to pursue it");
        }
        return flagged
                ? Message.of("a red flag holds, and the plan does not name it under `%s`", "despite-flags")
                : null;
    }

    private static long millionths(BigDecimal score) {
        return score.movePointRight(6).longValueExact();
    }
}
