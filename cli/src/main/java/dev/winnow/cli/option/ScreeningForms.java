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
                .with(Format.JSON, out -> ScreeningJson.write(written(inputs, insight, false), insight, wording, out))
                .with(
                        Format.NDJSON,
                        out -> ScreeningJson.writeLines(written(inputs, insight, false), insight, wording, out))
                .with(Format.HTML, out -> HtmlReport.inWords(wording, facts).screening(inputs, insight, out))
                .with(
                        Format.XLSX,
                        out -> Sheets.of(written(inputs, insight, true), inputs.pack(), wording, facts, insight)
                                .writeXlsx(out))
                .with(
                        Format.CSV,
                        out -> Sheets.of(written(inputs, insight, false), inputs.pack(), wording, facts, insight)
                                .writeCsv(out, print.file() != null));
    }

    /** Lists may be long, so their texts are not kept. Whoever asks for an explanation asks for one, and what explains it. */
    private static Screening written(ScreeningInputs inputs, Insight insight, boolean again) {
        return insight.isExplained() ? inputs.asked() : inputs.passing(again);
    }
}
