package dev.winnow.cli;

import dev.winnow.model.Screening;
import dev.winnow.report.Sheets;
import dev.winnow.report.Wording;

/** The forms that {@code screen} and {@code explain} share. */
final class ScreeningForms {

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    static Forms of(Screened screened, PrintOptions print, Wording wording) {
        Screening asked = screened.asked();
        Sheets sheets = Sheets.of(asked, screened.pack(), wording, new FactNames(wording, asked.names()));
        return new Forms()
                .with(Format.JSON, out -> JsonContract.write(asked, out))
                .with(Format.NDJSON, out -> JsonContract.writeLines(asked, out))
                .sheets(sheets, print);
    }
}
