package dev.winnow.cli;

import dev.winnow.analysis.Insight;
import dev.winnow.model.Assessment;
import dev.winnow.model.Screening;
import dev.winnow.report.Colours;
import dev.winnow.report.FactNames;
import dev.winnow.report.HtmlReport;
import dev.winnow.report.JsonContract;
import dev.winnow.report.MarkdownMemo.Section;
import dev.winnow.report.Outlook;
import dev.winnow.report.Screened;
import dev.winnow.report.Sheets;
import dev.winnow.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The forms that {@code screen} and {@code explain} share. */
final class ScreeningForms {

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    static Forms of(Screened screened, Insight insight, PrintOptions print, Wording wording) {
        Screening asked = screened.asked();
        FactNames facts = new FactNames(wording, asked.names());
        return new Forms()
                .with(Format.JSON, out -> JsonContract.write(asked, insight, out))
                .with(Format.NDJSON, out -> JsonContract.writeLines(asked, insight, out))
                .with(
                        Format.HTML,
                        out -> HtmlReport.in(wording, facts)
                                .screening(
                                        screened.whole(),
                                        asked,
                                        screened.pack(),
                                        screened.known(),
                                        besides(screened, insight, wording),
                                        Outlook.first(screened, insight, wording),
                                        out))
                .sheets(() -> Sheets.of(asked, screened.pack(), wording, facts, insight::standing), print);
    }

    /** What a page says of a pair besides: all of it where pairs are explained, else how sure it is. */
    private static Function<Assessment, List<Section>> besides(Screened screened, Insight insight, Wording wording) {
        Outlook outlook = new Outlook(screened, insight, wording, Colours.OFF, true);
        return one -> {
            List<Section> sections = new ArrayList<>();
            if (insight.isExplained()) {
                sections.addAll(outlook.sections(one));
                sections.add(outlook.obstacles(one));
            } else {
                sections.add(outlook.certainty(one));
            }
            return sections;
        };
    }
}
