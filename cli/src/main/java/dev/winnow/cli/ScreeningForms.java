package dev.winnow.cli;

import dev.winnow.analysis.Insight;
import dev.winnow.analysis.Screened;
import dev.winnow.model.Screening;
import dev.winnow.report.FactWords;
import dev.winnow.report.HtmlReport;
import dev.winnow.report.ScreeningJson;
import dev.winnow.report.Sheets;
import dev.winnow.report.Wording;

/** The forms that {@code screen} and {@code explain} share. */
final class ScreeningForms {

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    static Forms of(Screened screened, Insight insight, PrintOptions print, Wording wording) {
        Screening asked = screened.asked();
        FactWords facts = new FactWords(wording, asked.names());
        return new Forms()
                .with(Format.JSON, out -> ScreeningJson.write(asked, insight, out))
                .with(Format.NDJSON, out -> ScreeningJson.writeLines(asked, insight, out))
                .with(Format.HTML, out -> HtmlReport.in(wording, facts).screening(screened, insight, out))
                .sheets(() -> Sheets.of(asked, screened.pack(), wording, facts, insight), print);
    }
}
