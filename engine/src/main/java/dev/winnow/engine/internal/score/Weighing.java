package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.language.Criterion;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.List;

/**
 * The exact parts of an assessment that do not depend on weights. Verdict and rank follow from them for any weights.
 *
 * @param parts the scores by criterion, in the order of the pack
 * @param stops the knock-outs and red flags that affect the verdict
 */
public record Weighing(List<Part> parts, BlockingRules stops) {

    public Weighing {
        parts = List.copyOf(parts);
    }

    /**
     * The score of a criterion.
     *
     * @param criterion the criterion
     * @param low its certain score, 0–100
     * @param high its possible score, 0–100
     * @param known the decided fraction of its award points, 0–1
     */
    public record Part(Criterion criterion, Fraction low, Fraction high, Fraction known) {}

    static Weighing of(ScoringPlan scale, CriterionTotals tally, BlockingRules stops) {
        List<Part> parts = new ArrayList<>();
        List<CriterionTotals.Range> ranges = tally.criteria();
        for (int i = 0; i < scale.parts().size(); i++) {
            ScoringPlan.Part part = scale.parts().get(i);
            CriterionTotals.Range range = ranges.get(i);
            parts.add(new Part(part.criterion(), range.low(), range.high(), tally.known(part)));
        }
        return new Weighing(parts, stops);
    }
}
