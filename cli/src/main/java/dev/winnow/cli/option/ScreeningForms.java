package dev.winnow.cli.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.lists.ScreeningInputs;
import dev.winnow.model.result.Screening;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.report.sheets.Sheets;

/** The output formats that {@code screen} and {@code explain} share. */
public final class ScreeningForms {

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    public static Forms of(ScreeningInputs inputs, Insight insight, PrintOptions print, Wording wording) {
        Screening asked = inputs.asked();
        FactWords facts = new FactWords(wording, asked.names());
        return new Forms()
                .with(Format.JSON, out -> ScreeningJson.write(asked, insight, wording, out))
                .with(Format.NDJSON, out -> ScreeningJson.writeLines(asked, insight, wording, out))
                .with(Format.HTML, out -> HtmlReport.inWords(wording, facts).screening(inputs, insight, out))
                .sheets(() -> Sheets.of(asked, inputs.pack(), wording, facts, insight), print);
    }
}
