package dev.winnow.analysis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.analysis.reversal.Reversal;
import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Insight finds the evaluation of each assessment. */
class InsightTest {

    private static final RulePack PACK = RulePack.load(Path.of("../rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, Path.of("../seeds/illustrative"));
    private static final List<Evaluation> EVALUATIONS = Screener.walking(PACK).evaluate(UNIVERSE, Moment.ofUniverse());
    private static final Insight INSIGHT = Insight.of(PACK, EVALUATIONS);

    @Test
    void eachAssessmentOfAScreeningIsExplainedByItsOwnEvaluation() {
        List<Assessment> assessments =
                Screener.collect(PACK, UNIVERSE, EVALUATIONS).assessments();
        assertThat(assessments).hasSameSizeAs(EVALUATIONS);
        for (Evaluation evaluation : EVALUATIONS) {
            Assessment own = assessments.stream()
                    .filter(one -> one.project().equals(evaluation.assessment().project())
                            && one.city().equals(evaluation.assessment().city()))
                    .findFirst()
                    .orElseThrow();
            assertThat(INSIGHT.obstacles(own)).isEqualTo(evaluation.obstacles());
            assertThat(INSIGHT.reversals(own)).isEqualTo(Reversal.of(PACK, evaluation));
        }
    }

    @Test
    void anAssessmentOfNoEvaluationIsRefused() {
        Assessment other = EVALUATIONS.get(0).assessment().ranked(99);
        assertThatIllegalArgumentException().isThrownBy(() -> INSIGHT.obstacles(other));
    }
}
