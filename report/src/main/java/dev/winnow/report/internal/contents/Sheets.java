package dev.winnow.report.internal.contents;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.sentences.Editions;
import java.util.List;
import java.util.Set;

/** The tables of results for spreadsheets; {@code docs/report.md} describes their columns. */
public final class Sheets {

    /** The fields of the table for programs: its column names, up to the first dot. */
    public static final List<String> FIELDS = ScreeningTable.FIELDS;

    private Sheets() {}

    /**
     * Returns a screening as one table for programs.
     *
     * @param fields the fields to include, of {@link #FIELDS}; empty for all
     * @param additions the further columns
     */
    public static Document of(ScreeningResult result, Wording wording, Set<String> fields, PairAdditions additions) {
        String title = wording.say(
                "sheet.title.screening",
                Editions.universe(result.asked(), wording).name());
        return Document.ofTables(
                title,
                List.of(),
                ScreeningTable.of(result, wording, fields, additions).streamed());
    }

    /**
     * Returns the workbook of a screening.
     *
     * @param overview the order of cities, and those without known facts
     * @param factWords turns facts such as {@code project.fundingNeed} into words
     * @param insight the robustness of each assessment
     * @param additions the further sheets
     */
    public static Document of(
            ScreeningResult result,
            Overview overview,
            Wording wording,
            FactWords factWords,
            Insight insight,
            PairAdditions additions) {
        String title = wording.say(
                "sheet.title.screening",
                Editions.universe(result.asked(), wording).name());
        return Document.ofTables(
                title,
                ScreeningSheets.of(result, overview, wording, factWords, insight, additions).stream()
                        .map(TableBuilder::streamed)
                        .toList(),
                null);
    }
}
