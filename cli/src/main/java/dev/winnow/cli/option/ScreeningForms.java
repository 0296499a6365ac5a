package dev.winnow.cli.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.lists.ScreeningInputs;
import dev.winnow.analysis.overview.Grouping;
import dev.winnow.analysis.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.report.sheets.Sheets;
import java.util.Set;
import java.util.stream.Collectors;

/** The output formats that {@code screen} and {@code explain} share. */
public final class ScreeningForms {

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    public static Forms of(ScreeningInputs inputs, Insight insight, PrintOptions print, Wording wording) {
        Screening asked = inputs.asked();
        FactWords facts = new FactWords(wording, asked.names());
        return new Forms()
                .with(Format.JSON, out -> ScreeningJson.write(written(inputs, insight), insight, wording, out))
                .with(Format.NDJSON, out -> ScreeningJson.writeLines(written(inputs, insight), insight, wording, out))
                .with(Format.HTML, out -> HtmlReport.inWords(wording, facts).screening(inputs, insight, out))
                .sheets(
                        () -> Sheets.of(
                                written(inputs, insight),
                                () -> overview(inputs),
                                inputs.pack(),
                                wording,
                                facts,
                                insight),
                        print);
    }

    /** Lists may be long, so their texts are not kept. Whoever asks for an explanation asks for one, and what explains it. */
    private static Screening written(ScreeningInputs inputs, Insight insight) {
        return insight.isExplained() ? inputs.asked() : inputs.passing();
    }

    /** The overview of what was asked for. Who asks for some cities alone wants to see them, however little is known. */
    private static Overview overview(ScreeningInputs inputs) {
        Set<String> cities = cities(inputs.asked());
        return Overview.of(
                inputs.asked().assessments(), Grouping.CITY, cities.equals(cities(inputs.whole())) ? Set.of() : cities);
    }

    private static Set<String> cities(Screening screening) {
        return screening.assessments().stream().map(Assessment::city).collect(Collectors.toSet());
    }
}
