package dev.winnow.records.internal.replay;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The results of a screening as recorded: the output of {@code screen -f json}. */
final class DerivedResults {

    private DerivedResults() {}

    /**
     * Writes the results.
     *
     * @param result the screening, with the requested assessments
     */
    static void write(ScreeningResult result, ScreeningOptions options, OutputStream out) throws IOException {
        ScreeningSession session = result.session();
        List<Assessment> all = result.whole().assessments();
        Integer samples = options.samples();
        Insight insight = Insight.of(
                session,
                false,
                () -> samples == null
                        ? Robustness.of(session, all, options.seed())
                        : Robustness.of(session, all, options.seed(), samples));
        ScreeningJson.write(result, insight, Wording.inLanguage(options.language()), out);
    }
}
