package dev.winnow.analysis.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was asked of a screening, as writers of long lists go through it. */
class ScreeningInputsTest {

    private static final Path ROOT = Path.of("..");
    private static final RulePack PACK = RulePack.draft(ROOT.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/illustrative"));

    private static ScreeningInputs inputs() {
        List<Evaluation> evaluations = Screener.walking(PACK).evaluate(UNIVERSE, Moment.ofUniverse());
        Screening screening = Screener.collect(PACK, UNIVERSE, evaluations);
        return new ScreeningInputs(PACK, UNIVERSE.inHindsight(UNIVERSE.asOf()), screening, screening, evaluations);
    }

    @Test
    void passesWhatWasAskedFor() {
        ScreeningInputs inputs = inputs().best(5);

        assertThat(inputs.passing()).isEqualTo(inputs.asked());
    }

    @Test
    void forgetsTheTextsOfWhatHasPassed() {
        List<Assessment> passing = inputs().passing().assessments();
        Finding first = passing.get(0).findings().get(0);

        assertThat(passing.get(0).findings().get(0)).isEqualTo(first).isNotSameAs(first);
    }
}
