package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A service writes one candidate for eight cities per request: everything that depends on neither is read and sampled once.
 */
class WritingCostTest {

    /** Maximum number of bytes allocated per result; 2.3 million were measured without JIT compilation. */
    private static final long MOST = 3_000_000;

    private static final int WRITTEN = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void writingAResultReadsNoCatalogueAndSamplesNoWeights(Language language) throws IOException {
        RulePack pack = RulePack.load(Run.HOME.resolve("rules/semiconductor")).inLanguage(language);
        Universe universe = Universe.read(pack.vocabulary(), Run.HOME.resolve("seeds/semiconductor"));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WRITTEN; i++) {
            out.reset();
            ScreeningResult result = judged(pack, universe);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            ScreeningJson.write(result, Insight.of(result), Wording.inLanguage(language), out);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(out.size()).isGreaterThan(100_000);
        assertThat(least).isLessThan(MOST);
    }

    private static ScreeningResult judged(RulePack pack, Universe universe) {
        ScreeningSession session = Screener.of(pack).open(universe);
        List<Assessment> assessments = universe.cityIds().stream()
                .map(city ->
                        Objects.requireNonNull(session.assess("sien", city)).ranked(1, false))
                .toList();
        assertThat(assessments).hasSize(8);
        Screening screening = session.screening(assessments);
        return new ScreeningResult(session, screening, screening);
    }
}
