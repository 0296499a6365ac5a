package dev.winnow.report.html;

import dev.winnow.model.result.Verdict;
import dev.winnow.report.html.PageFrame.Part;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Figure;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Chart;
import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Chart.Curve;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a document as a self-contained HTML page, which works without a network, in light and dark mode, on paper and on
 * screen. No text of a pack or a universe can become code in it.
 */
public final class HtmlRenderer {

    private static final int MAX_ITEMS = 60;
    private static final List<String> SCRIPTS = List.of("document.js", "theme.js", "chain.js", "choice.js");

    private HtmlRenderer() {}

    /** Writes the page, without closing the stream. */
    public static void render(Document document, Wording wording, OutputStream out) throws IOException {
        List<Section> sections = document.sections(chart -> true, true);
        Page page = new Page(shell(document, sections, wording), document.lead(), sections);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render("document.jte", page, new WriterOutput(writer));
        writer.flush();
    }

    private static PageShell shell(Document document, List<Section> sections, Wording wording) {
        String style = HtmlReport.resource("page.css");
        String app = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        List<String> scripts = List.of(HtmlReport.resource("charts.js"), "(() => {\n'use strict';\n" + app + "})();\n");
        byte[] data = PageJson.of(json -> json.object(inside -> {
            words(inside, wording);
            for (Section section : sections) {
                for (Block block : section.blocks()) {
                    if (block instanceof Figure figure) {
                        data(figure.chart(), inside);
                    }
                }
            }
        }));
        return new PageShell(
                wording,
                document.name(),
                origins(document),
                document.provenance().day(),
                document.provenance().fictitious(),
                wording.sentence(
                        "Charts need JavaScript, which is part of this file. Everything else can be read without it."),
                document.remarks(),
                HtmlReport.policy(style, scripts),
                style,
                scripts,
                List.of(new Part("index", CompressedBytes.of(data))),
                PageSite.NONE);
    }

    /** Returns the pack and universe of a document, labelled for the start of a line. */
    static List<Origin> origins(Document document) {
        return document.provenance().origins().stream()
                .map(one -> new Origin(
                        one.label().substring(0, 1).toUpperCase(Locale.ROOT)
                                + one.label().substring(1),
                        one.name(),
                        one.digest()))
                .toList();
    }

    private static void words(PageJson json, Wording wording) throws IOException {
        json.name("words").object(inside -> {
            for (Map.Entry<String, String> word : wording.beginning("page.").entrySet()) {
                inside.name(word.getKey().substring("page.".length())).text(word.getValue());
            }
            for (Map.Entry<String, String> word : wording.beginning("status.").entrySet()) {
                inside.name(word.getKey()).text(word.getValue());
            }
        });
    }

    /** Writes the data of a chart that scripts draw. Other charts become tables. */
    private static void data(Chart chart, PageJson json) throws IOException {
        if (chart instanceof Chains chains) {
            json.name("chain");
            ChartData.write(chains, json);
        } else if (chart instanceof Curve curve) {
            json.name("frontier");
            ChartData.write(curve, json);
        }
    }

    /**
     * The values of the template.
     *
     * @param shell the frame around the content
     */
    record Page(PageShell shell, List<Block> lead, List<Section> sections) {}

    /** Returns the chain chart of a section, which scripts draw with the section's heading; null if there is none. */
    static @Nullable Chains chains(Section section) {
        return section.blocks().size() == 1
                        && section.blocks().get(0) instanceof Figure figure
                        && figure.chart() instanceof Chains chains
                ? chains
                : null;
    }

    static List<Block.Item> shown(Items items) {
        return isShortened(items) ? items.items().subList(0, MAX_ITEMS) : items.items();
    }

    static String more(Items items) {
        return isShortened(items) ? String.format(items.more(), items.items().size() - MAX_ITEMS) : "";
    }

    private static boolean isShortened(Items items) {
        return !items.more().isEmpty() && items.items().size() > MAX_ITEMS;
    }

    /** Returns the rows of a table by group; a table without groups has one, with an empty name. */
    static Map<String, List<Row>> groups(Table table) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            List<Row> group =
                    groups.computeIfAbsent(row.group() == null ? "" : row.group(), unused -> new ArrayList<>());
            if (!row.cells().isEmpty()) {
                group.add(row);
            }
        }
        return groups;
    }

    /** Returns the headings of groups without rows, on one line. */
    static String emptyGroups(Map<String, List<Row>> groups) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().isEmpty() && !group.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" · "));
    }

    /** Returns whether a cell is a verdict, which is shown with a mark. */
    static boolean isVerdict(Cell cell) {
        return cell instanceof Cell.Term
                && Stream.of(Verdict.values()).anyMatch(one -> one.name().equals(cell.plain()));
    }

    /** Returns the CSS classes of a numeric cell; null if the column has no numbers or draws meters. */
    static @Nullable String css(Table.Column column, Cell cell) {
        return !column.kind().isNumeric() || column.meter() != null
                ? null
                : cell instanceof Cell.Term term && term.tone() == Tone.BAD ? "number wrong" : "number";
    }

    /** Returns how far a cell fills its meter, in percent; null if the column has no meter. */
    static @Nullable String filled(Table.Column column, Cell cell) {
        if (column.meter() == null || !(cell instanceof Cell.Quantity number)) {
            return null;
        }
        return percent(number.value());
    }

    /** Returns a score as a CSS percentage. */
    static String percent(BigDecimal score) {
        return score.setScale(0, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(100))
                .toPlainString();
    }
}
