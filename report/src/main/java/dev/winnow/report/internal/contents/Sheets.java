package dev.winnow.report.internal.contents;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import java.util.List;
import java.util.Set;

/** The tables of results for spreadsheets; {@code docs/report.md} describes their columns. */
public final class Sheets {

    /** The fields of the table for programs: the names of its columns, or what stands in them before a dot. */
    public static final List<String> FIELDS = ScreeningTable.FIELDS;

    private Sheets() {}

    /**
     * A screening as one table, for programs.
     *
     * @param fields those of {@link #FIELDS} that are wanted; empty for all
     */
    public static Document of(ScreeningResult result, Wording wording, Set<String> fields) {
        String title =
                wording.say("sheet.title.screening", result.asked().universe().name());
        return Document.ofTables(
                title, List.of(), ScreeningTable.of(result, wording, fields).streamed());
    }

    /**
     * A screening.
     *
     * @param overview which cities are set apart
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param insight the robustness of each assessment
     */
    public static Document of(
            ScreeningResult result, Overview overview, Wording wording, FactWords factWords, Insight insight) {
        String title =
                wording.say("sheet.title.screening", result.asked().universe().name());
        return Document.ofTables(
                title,
                ScreeningSheets.of(result, overview, wording, factWords, insight).stream()
                        .map(TableBuilder::streamed)
                        .toList(),
                null);
    }
}
