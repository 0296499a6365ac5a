package dev.winnow.records.replay;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.lists.ScreeningInputs;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.records.entry.ScreeningOptions;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The results of a screening as they are recorded: what {@code screen -f json} prints of it. */
final class DerivedResults {

    private DerivedResults() {}

    /**
     * Writes them.
     *
     * @param inputs the screening, with those of its assessments that were asked for
     */
    static void write(ScreeningInputs inputs, ScreeningOptions options, OutputStream out) throws IOException {
        RulePack pack = inputs.pack();
        List<Evaluation> evaluations = inputs.evaluations();
        Integer samples = options.samples();
        Insight insight = Insight.of(
                pack,
                evaluations,
                false,
                () -> samples == null
                        ? Robustness.of(pack, evaluations, options.seed())
                        : Robustness.of(pack, evaluations, options.seed(), samples));
        ScreeningJson.write(inputs.passing(), insight, Wording.inLanguage(options.language()), out);
    }
}
