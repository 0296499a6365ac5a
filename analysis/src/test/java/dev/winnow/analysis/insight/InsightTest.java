package dev.winnow.analysis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Insight explains each assessment by its own evaluation. */
class InsightTest {

    private static final RulePack PACK = RulePack.load(Path.of("../rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, Path.of("../seeds/illustrative"));
    private static final ScreeningResult RESULT =
            Screener.walking(PACK).open(UNIVERSE).result();
    private static final Insight INSIGHT = Insight.of(RESULT);

    @Test
    void eachAssessmentOfAScreeningIsExplainedByItsOwnEvaluation() {
        ScreeningSession session = RESULT.session();
        for (Assessment own : RESULT.whole().assessments()) {
            assertThat(INSIGHT.obstacles(own)).isEqualTo(session.obstacles(own));
            assertThat(INSIGHT.reversals(own)).isEqualTo(Reversal.of(session, own));
        }
    }

    @Test
    void anAssessmentOfAnotherUniverseIsRefused() {
        Assessment other = Screener.walking(PACK)
                .screen(UNIVERSE.and(Map.of("own.yaml", "projects: [{id: own, name: Own}]")))
                .assessments()
                .stream()
                .filter(one -> one.project().equals("own"))
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> INSIGHT.obstacles(other));
    }

    @Test
    void aCandidateAddedToAScreenedUniverseIsRankedAmongAll() {
        Universe added =
                Universe.parse(ShippedFacts.VOCABULARY, Map.of("own.yaml", "projects: [{id: own, name: Own}]"));
        ScreeningResult alone = Screener.walking(PACK).screened(UNIVERSE).judge(added);
        ScreeningResult together =
                Screener.walking(PACK).open(UNIVERSE.and(added)).result();
        Insight ofAlone = Insight.of(alone);
        Insight ofTogether = Insight.of(together);
        assertThat(alone.asked().assessments()).isNotEmpty().allSatisfy(own -> {
            assertThat(ofAlone.standing(own)).isEqualTo(ofTogether.standing(own));
            assertThat(ofAlone.ranking(own).standings())
                    .hasSize(UNIVERSE.projectIds().size() + 1);
        });
    }
}
