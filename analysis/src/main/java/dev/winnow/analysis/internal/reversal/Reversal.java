package dev.winnow.analysis.internal.reversal;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A smallest change of a candidate that brings another verdict: no smaller change in the same direction does. It is
 * verified by screening the candidate with the whole change and with half of it, which must not suffice.
 *
 * @param from the verdict as things are
 * @param to the verdict after the change
 * @param steps what changes, one figure or two; sorted by name
 * @param size the sum of the relative changes of figures that are known, 0.1 for a tenth; figures that become known add
 *     nothing; null where a figure grows from 0
 * @param after the candidate after the change; its rank is 0
 * @param halfway its verdict if only half of the change came about
 */
public record Reversal(
        Verdict from,
        Verdict to,
        List<Step> steps,
        @Nullable BigDecimal size,
        Assessment after,
        Verdict halfway) {

    public Reversal {
        steps = List.copyOf(steps);
    }

    /**
     * One figure that changes.
     *
     * @param figure which one, and why it may change
     * @param now as it is; null if it is unknown
     * @param then as it would be: exact if it is now; of one that is unknown, the weakest bound that suffices
     * @param half what half of it would be, counted to the limit where {@code then} lies just beyond one; null if that is
     *     as unknown as now
     * @param change the relative change, 0.1 for a tenth, above 0; null if it is unknown or 0 now
     * @param strict whether the limit itself does not suffice, and {@code then} lies just beyond it
     */
    public record Step(
            Changeable figure,
            @Nullable Figure now,
            Figure then,
            @Nullable Figure half,
            @Nullable BigDecimal change,
            boolean strict) {}

    /**
     * Finds the smallest changes that bring another verdict: each figure alone, then pairs of which neither alone suffices.
     *
     * @param session the session that judged the candidate; only figures that its pack lists as changeable are changed
     * @return for each verdict that can be reached, the smallest change first, those of one figure before pairs; none that
     *     raises the verdict less than another that is no larger
     */
    public static List<Reversal> of(ScreeningSession session, Assessment assessment) {
        return Reversing.of(session, assessment);
    }
}
