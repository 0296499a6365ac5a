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
 * @param from the present verdict
 * @param to the verdict after the change
 * @param steps the changes, of one figure or two; sorted by name
 * @param size the sum of the relative changes of known figures, 0.1 for a tenth; figures that become known add nothing;
 *     null if a figure grows from 0
 * @param after the candidate after the change; its rank is 0
 * @param halfway the verdict after half of the change
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
     * The change of one figure.
     *
     * @param figure the figure, and the reason why it may change
     * @param now its present value; null if unknown
     * @param then its value after the change: exact if it is exact now; for an unknown figure, the weakest sufficient
     *     bound
     * @param half its value after half of the change, counted to the limit if {@code then} is just beyond one; null if
     *     it is then still unknown
     * @param change the relative change, 0.1 for a tenth, above 0; null if the figure is unknown or 0 now
     * @param strict whether the limit itself does not suffice, and {@code then} is just beyond it
     */
    public record Step(
            Changeable figure,
            @Nullable Figure now,
            Figure then,
            @Nullable Figure half,
            @Nullable BigDecimal change,
            boolean strict) {}

    /**
     * Finds the smallest changes that bring another verdict: of each figure alone, then of pairs in which neither alone
     * suffices.
     *
     * @param session the session that judged the candidate; only figures that its pack lists as changeable are changed
     * @return for each verdict within reach, the smallest change first, those of one figure before pairs; changes that
     *     raise the verdict less than another change of at most the same size are left out
     */
    public static List<Reversal> of(ScreeningSession session, Assessment assessment) {
        return ReversalSearch.of(session, assessment);
    }
}
