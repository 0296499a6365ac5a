package dev.winnow.report.sheets;

import dev.winnow.analysis.backtest.BackTest;
import dev.winnow.analysis.chains.ChainArrivals;
import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.compare.Approvals;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.overview.Overview;
import dev.winnow.analysis.placement.Placement;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A result for spreadsheets: as a workbook of several sheets, or as one table. {@code docs/report.md} describes the
 * columns. The same result gives the same bytes.
 *
 * <p>A text is never computed, whatever it begins with: in a workbook it is typed as text, in a table an apostrophe stands
 * before what a spreadsheet would take for a formula.
 */
public final class Sheets {

    private final Wording wording;
    private final String title;
    private final SheetTable<?> table;
    private final Supplier<List<SheetTable<?>>> sheets;

    Sheets(Wording wording, String title, SheetTable<?> table, List<SheetTable<?>> sheets) {
        this(wording, title, table, () -> sheets);
    }

    private Sheets(Wording wording, String title, SheetTable<?> table, Supplier<List<SheetTable<?>>> sheets) {
        this.wording = wording;
        this.title = title;
        this.table = table;
        this.sheets = sheets;
    }

    /**
     * A screening.
     *
     * @param overview which cities are set apart; for a workbook alone, since it judges every base case
     * @param pack the pack that judged it
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param insight the robustness of each assessment
     */
    public static Sheets of(
            Screening screening,
            Supplier<Overview> overview,
            RulePack pack,
            Wording wording,
            FactWords factWords,
            Insight insight) {
        return new Sheets(
                wording,
                wording.say("sheet.title.screening", screening.universe().name()),
                ScreeningTable.of(screening, pack),
                () -> ScreeningSheets.of(screening, overview.get(), pack, wording, factWords, insight));
    }

    /**
     * A comparison.
     *
     * @param approvals the approved flips
     * @param shown gives the display name of a file
     */
    public static Sheets of(Comparison comparison, Approvals approvals, UnaryOperator<String> shown, Wording wording) {
        return ComparisonSheets.of(comparison, approvals, shown, wording);
    }

    /**
     * Back-tests of the same projects by one pack or several.
     *
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     */
    public static Sheets of(List<BackTest> tests, Wording wording, FactWords factWords) {
        return BackTestSheets.of(tests, wording, factWords);
    }

    /**
     * A map of a city's chains.
     *
     * @param names the display names of the universe
     */
    public static Sheets of(ChainMap map, Wording wording, Names names) {
        return ChainSheets.of(map, wording, names);
    }

    /**
     * A set of projects.
     *
     * @param arrivals what it brings to the chains; null if that is not shown
     */
    @Internal
    public static Sheets of(Portfolio portfolio, @Nullable ChainArrivals arrivals, Wording wording) {
        return PortfolioSheets.of(portfolio, arrivals, wording);
    }

    /**
     * Who goes where.
     *
     * @param arrivals what that brings to the chains; null if that is not shown
     */
    @Internal
    public static Sheets of(Placement placement, @Nullable ChainArrivals arrivals, Wording wording) {
        return PlacementSheets.of(placement, arrivals, wording);
    }

    /** Writes a workbook (Office Open XML), without closing the stream. */
    public void writeXlsx(OutputStream out) throws IOException {
        XlsxFile.write(title, sheets.get(), wording, out);
    }

    /**
     * Writes one table in UTF-8: a line of names, then a row for each thing that was judged. It does not close the stream.
     *
     * @param marked whether it begins with a byte order mark, without which Excel does not see that it is UTF-8
     */
    public void writeCsv(OutputStream out, boolean marked) throws IOException {
        CsvFile.write(table, marked, out);
    }
}
