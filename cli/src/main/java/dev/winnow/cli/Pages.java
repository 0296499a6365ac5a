package dev.winnow.cli;

import dev.winnow.model.Language;
import dev.winnow.report.FactWords;
import dev.winnow.report.HtmlReport;
import dev.winnow.report.Wording;
import java.io.IOException;
import java.io.OutputStream;

/** Results as pages for a browser. */
final class Pages {

    private Pages() {}

    /** What was asked for of a screening. */
    static void of(Screened screened, OutputStream out) throws IOException {
        report().screening(screened.asked(), screened.pack(), screened.known(), out);
    }

    private static HtmlReport report() {
        return HtmlReport.in(Wording.in(Language.EN), new Facts());
    }

    private static final class Facts implements FactWords {

        @Override
        public String asked(String fact) {
            return FactNames.words(fact);
        }

        @Override
        public String read(String property, String value) {
            return FactNames.label(property, value);
        }
    }
}
