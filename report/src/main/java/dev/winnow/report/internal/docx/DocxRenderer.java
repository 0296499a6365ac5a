package dev.winnow.report.internal.docx;

import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.write.TimelessZip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Draws a document as a Word document (Office Open XML) on A4 pages. Headings use Word's heading styles, for navigation
 * and a table of contents. Equal documents give equal bytes. Figures show their replacement content.
 */
public final class DocxRenderer {

    private static final int MAX_ITEMS = 60;

    /** In twentieths of a point. */
    private static final int PAGE_WIDTH = 11906;

    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    /** Height of a line to write on by hand, in twentieths of a point. */
    private static final int WRITTEN_LINE = 400;

    /** In half points. */
    private static final int[] SIZES = {36, 28, 24, 22};

    private static final int BODY = 20;
    private static final int SMALL = 18;

    /** Minimum width of a column, in characters, for the distribution of the page. */
    private static final int NARROWEST = 6;

    private static final int WIDEST = 40;

    private static final String LATIN = "Calibri";
    private static final String CHINESE = "Microsoft YaHei";
    private static final String QUIET = "5B6570";
    private static final String HEAD = "E7EAEE";
    private static final String LINE = "D9DDE3";

    private final XWPFDocument word;
    private final Map<Block.Mark, BigInteger> lists = new EnumMap<>(Block.Mark.class);
    private int forms;

    private DocxRenderer(XWPFDocument word) {
        this.word = word;
    }

    /** Writes a document, without closing the stream. */
    public static void render(Document document, Wording wording, OutputStream out) throws IOException {
        render(List.of(document), wording, out);
    }

    /** Writes documents one after the other, each on a page of its own, without closing the stream. */
    public static void render(List<Document> documents, Wording wording, OutputStream out) throws IOException {
        TimelessZip.write(out, draft -> {
            try (XWPFDocument word = new XWPFDocument()) {
                word.getProperties()
                        .getCoreProperties()
                        .setTitle(CleanText.of(documents.stream()
                                .map(Document::name)
                                .findFirst()
                                .orElse("winnow")));
                word.getProperties().getCoreProperties().setCreator("winnow");
                word.getProperties()
                        .getExtendedProperties()
                        .getUnderlyingProperties()
                        .setApplication("winnow");
                DocxRenderer renderer = new DocxRenderer(word);
                renderer.styles(wording);
                renderer.page();
                for (Document document : documents) {
                    renderer.document(document);
                }
                word.write(draft);
            }
        });
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(MARGIN);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setTop(margin);
        margins.setBottom(margin);
    }

    private void styles(Wording wording) {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(CHINESE);
        word.createStyles().setDefaultFonts(fonts);
        word.getStyles().setSpellingLanguage(wording.language().tag());
        word.getStyles().setEastAsia("zh-CN");
        style("Title", "Title", SIZES[0], -1);
        for (int level = 1; level < SIZES.length; level++) {
            style("Heading" + level, "heading " + level, SIZES[level], level - 1);
        }
    }

    private void style(String id, String name, int size, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTRPr letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(size));
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        word.getStyles().addStyle(new XWPFStyle(style));
    }

    private void document(Document document) {
        boolean first = word.getBodyElements().isEmpty();
        heading("Title", document.name()).setPageBreak(!first);
        if (!document.provenance().names().isEmpty()) {
            quiet(document.provenance().names(), BODY);
        }
        if (!document.provenance().fictitious().isEmpty()) {
            run(paragraph(), document.provenance().fictitious(), BODY).setBold(true);
        }
        document.lead().forEach(block -> block(block, 0));
        document.sections(chart -> false, false).forEach(section -> section(section, 1));
        document.remarks().forEach(remark -> quiet(remark, BODY));
        for (Origin origin : document.provenance().origins()) {
            quiet(origin.label() + " " + origin.name() + " · SHA-256 " + origin.digest(), SMALL);
        }
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingAfter(120);
        return paragraph;
    }

    private XWPFParagraph heading(String style, String words) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        paragraph.setSpacingBefore(style.equals("Title") ? 0 : 240);
        paragraph.setSpacingAfter(120);
        paragraph.createRun().setText(CleanText.of(words));
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words, int size) {
        return written(paragraph.createRun(), words, size);
    }

    private static XWPFRun written(XWPFRun run, String words, int size) {
        run.setText(CleanText.of(words));
        run.setFontSize(size / 2.0);
        return run;
    }

    private void quiet(String words, int size) {
        run(paragraph(), words, size).setColor(QUIET);
    }

    private void section(Section section, int level) {
        if (!section.heading().isEmpty()) {
            heading("Heading" + Math.min(level, SIZES.length - 1), section.heading());
        }
        section.blocks().forEach(block -> block(block, level));
    }

    private void block(Block block, int level) {
        if (block instanceof Section section) {
            section(section, level + 1);
        } else if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Items items) {
            items(items);
        } else if (block instanceof KeyFacts facts) {
            facts(facts);
        } else if (block instanceof Table table) {
            table(table);
        } else {
            throw new IllegalStateException("a block that was not replaced");
        }
    }

    private void paragraph(Paragraph paragraph) {
        switch (paragraph.weight()) {
            case PLAIN -> said(paragraph(), paragraph.text(), false);
            case STRONG, WARNING -> said(paragraph(), paragraph.text(), true);
            case QUIET -> quiet(paragraph.text(), BODY);
        }
    }

    /** Adds a text, with text in backticks as code. */
    private static void said(XWPFParagraph paragraph, String words, boolean bold) {
        String[] parts = words.split("`", -1);
        boolean coded = parts.length % 2 == 1;
        for (int i = 0; i < (coded ? parts.length : 1); i++) {
            XWPFRun run = run(paragraph, coded ? parts[i] : words, BODY);
            run.setBold(bold);
            if (i % 2 == 1) {
                run.setFontFamily("Consolas");
            }
        }
    }

    private void items(Items items) {
        boolean shortened = !items.more().isEmpty() && items.items().size() > MAX_ITEMS;
        List<Item> shown = shortened ? items.items().subList(0, MAX_ITEMS) : items.items();
        BigInteger list = list(items.mark());
        for (Item item : shown) {
            XWPFParagraph paragraph = listed(list);
            if (!item.label().isEmpty()) {
                run(paragraph, item.label() + "  ", BODY).setBold(true);
            }
            said(paragraph, item.text(), false);
            for (String line : item.below()) {
                paragraph.createRun().addBreak();
                XWPFRun run = isLink(line) ? paragraph.createHyperlinkRun(line) : paragraph.createRun();
                written(run, line, BODY).setColor(QUIET);
            }
        }
        if (shortened) {
            said(listed(list), String.format(items.more(), items.items().size() - MAX_ITEMS), false);
        }
    }

    private static boolean isLink(String line) {
        try {
            return FactWords.isWebAddress(line) && new URI(line).isAbsolute();
        } catch (URISyntaxException e) {
            return false; // a text, since Word refuses documents with such links
        }
    }

    private XWPFParagraph listed(BigInteger list) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingAfter(60);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.ZERO);
        return paragraph;
    }

    /** Returns Word's list for a mark, created on first use; a new one for each numbered list, which starts at 1. */
    private BigInteger list(Block.Mark mark) {
        BigInteger known = lists.get(mark);
        if (known != null && mark != Block.Mark.NUMBER) {
            return known;
        }
        CTAbstractNum form = CTAbstractNum.Factory.newInstance();
        form.setAbstractNumId(BigInteger.valueOf(forms++));
        CTLvl level = form.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(mark == Block.Mark.NUMBER ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewLvlText()
                .setVal(
                        switch (mark) {
                            case NUMBER -> "%1.";
                            case BOX -> "☐";
                            case NONE, DOT, LABEL -> "•";
                        });
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(360));
        indent.setHanging(BigInteger.valueOf(360));
        BigInteger made = word.createNumbering().addNum(word.getNumbering().addAbstractNum(new XWPFAbstractNum(form)));
        lists.put(mark, made);
        return made;
    }

    private void facts(KeyFacts facts) {
        List<Row> rows = new ArrayList<>();
        for (KeyFact fact : facts.facts()) {
            rows.add(new Row(new Cell.Text(fact.label()), new Cell.Text(fact.text())));
        }
        XWPFTable drawn =
                table(new Table("", "", List.of(new Column("", Kind.TEXT), new Column("", Kind.PROSE)), rows));
        for (int at = 0; at < rows.size(); at++) {
            int room = facts.facts().get(at).room();
            if (room > 0) {
                drawn.getRow(at).setHeight(room * WRITTEN_LINE);
            }
        }
    }

    private XWPFTable table(Table whole) {
        Table table = whole.withoutBars();
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(rows::add);
        int[] widths = widths(table, rows);
        XWPFTable drawn = word.createTable(1, widths.length);
        drawn.setWidth(TEXT_WIDTH);
        drawn.setTableAlignment(TableRowAlign.LEFT);
        lines(drawn);
        boolean headed = table.columns().stream().anyMatch(one -> !one.heading().isEmpty());
        if (headed) {
            XWPFTableRow head = drawn.getRow(0);
            head.setRepeatHeader(true);
            for (int at = 0; at < widths.length; at++) {
                Column column = table.columns().get(at);
                cell(head.getCell(at), column.heading(), widths[at], column.kind(), HEAD, null)
                        .setBold(true);
            }
        }
        String group = null;
        for (Row row : rows) {
            if (row.group() != null && !row.group().equals(group)) {
                group = row.group();
                if (!Table.isHeading(row)) {
                    across(drawn.createRow(), group, widths.length).setBold(true);
                }
            }
            if (table.isRemark(row)) {
                across(drawn.createRow(), row.cells().get(0).shown(), widths.length);
            } else if (!row.cells().isEmpty()) {
                XWPFTableRow line = drawn.createRow();
                while (line.getTableCells().size() < widths.length) {
                    line.createCell();
                }
                for (int at = 0; at < widths.length; at++) {
                    Cell cell = row.cells().get(at);
                    XWPFRun run = cell(
                            line.getCell(at),
                            cell.shown(),
                            widths[at],
                            table.columns().get(at).kind(),
                            null,
                            cell instanceof Cell.Term term ? colour(term.tone()) : null);
                    run.setBold(at == 0 && Table.isHeading(row));
                }
            }
        }
        if (!headed) {
            drawn.removeRow(0);
        }
        paragraph();
        return drawn;
    }

    /** Writes a text into one cell across the table. */
    private static XWPFRun across(XWPFTableRow line, String text, int columns) {
        XWPFRun run = cell(line.getCell(0), text, TEXT_WIDTH, Kind.TEXT, null, null);
        line.getCell(0).getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        for (int at = columns - 1; at > 0; at--) {
            line.removeCell(at);
        }
        return run;
    }

    private static void lines(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, LINE);
    }

    /** Distributes the page over the columns by their widest texts. */
    private static int[] widths(Table table, List<Row> rows) {
        int[] widths = new int[table.columns().size()];
        int all = 0;
        for (int at = 0; at < widths.length; at++) {
            int widest =
                    Math.max(NARROWEST, Columns.width(table.columns().get(at).heading()));
            for (Row row : rows) {
                if (row.cells().size() == widths.length) {
                    widest = Math.max(widest, Columns.width(row.cells().get(at).shown()));
                }
            }
            widths[at] = Math.min(WIDEST, widest);
            all += widths[at];
        }
        for (int at = 0; at < widths.length; at++) {
            widths[at] = widths[at] * TEXT_WIDTH / all;
        }
        return widths;
    }

    private static XWPFRun cell(
            XWPFTableCell cell, String words, int width, Kind kind, @Nullable String fill, @Nullable String colour) {
        cell.setWidth(String.valueOf(width));
        if (fill != null) {
            cell.setColor(fill);
        }
        XWPFParagraph paragraph = cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().get(0);
        paragraph.setSpacingAfter(0);
        if (kind.isNumeric()) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        XWPFRun run = run(paragraph, words, SMALL);
        if (colour != null) {
            run.setColor(colour);
        }
        return run;
    }

    private static @Nullable String colour(Tone tone) {
        return switch (tone) {
            case GOOD -> "006100";
            case CAUTION -> "7F4F00";
            case BAD -> "9C0006";
            case NONE, CITY, PROJECT -> null;
        };
    }
}
