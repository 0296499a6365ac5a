package dev.winnow.analysis.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.PackText;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing the end of a first place's range into {@code pack.yaml} leaves the first place unchanged. */
class WrittenEndsTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"semiconductor, semiconductor", "chips-act, chips-act", "data-centre, data-centre"})
    void theFirstPlaceIsUnchangedAtTheEndOfItsRange(String rules, String seeds) {
        PackText text = PackText.read(ROOT.resolve("rules").resolve(rules));
        RulePack pack = RulePack.draft(ROOT.resolve("rules").resolve(rules));
        ScreeningSession session = Screener.of(pack)
                .open(Universe.read(
                        ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(seeds)));
        List<Assessment> assessments = session.screening().assessments();
        for (Ranking ranking : Robustness.of(session, assessments).rankings().toList()) {
            List<Assessment> ofCity = assessments.stream()
                    .filter(one -> one.city().equals(ranking.city()))
                    .toList();
            for (WeightInterval one : ranking.weights()) {
                assertThat(first(session, ofCity, with(text, one.criterion(), one.from())))
                        .as("%s: %s at %s", ranking.city(), one.criterion(), one.from())
                        .isEqualTo(ranking.first().project());
            }
        }
    }

    private RulePack with(PackText text, String criterion, BigDecimal weight) {
        return Objects.requireNonNull(text.with(
                        "pack.yaml",
                        outline -> outline.replaceAll("(?m)^order:.*(\\n  - .*)*$", "")
                                .replaceAll(
                                        "(\\{id: " + criterion + ",.* weight: )[0-9.]+", "$1" + weight.toPlainString()))
                .pack(folder));
    }

    private static String first(ScreeningSession session, List<Assessment> ofCity, RulePack edition) {
        return ofCity.stream()
                .map(one -> session.evaluation(one).under(edition))
                .min(Screener.BEST_FIRST.thenComparing(Comparator.comparing(Assessment::project)))
                .orElseThrow()
                .project();
    }
}
