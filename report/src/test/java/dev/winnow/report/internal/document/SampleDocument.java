package dev.winnow.report.internal.document;

import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.internal.document.Block.Details;
import dev.winnow.report.internal.document.Block.Figure;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Chart.HeatCell;
import dev.winnow.report.internal.document.Chart.HeatMap;
import dev.winnow.report.internal.document.Chart.HeatRow;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A document with every block and every cell, names in two scripts, and texts that are harmful in some form. */
public final class SampleDocument {

    private SampleDocument() {}

    public static Document of() {
        return new Document(
                "A sample",
                "A sample: universe u, pack p",
                List.of(new Paragraph("What comes before the sections, said in a sentence that is longer than a line of"
                        + " eighty columns.")),
                List.of(blocks(), tables(), charts(), new Section("none", "Nothing to show", List.of())),
                List.of("A closing remark."),
                new Provenance(
                        List.of(
                                new Origin("pack", "p 1.0.0", "0123456789abcdef"),
                                new Origin("universe", "u", "fedcba9876543210")),
                        "2026-01-08",
                        "ILLUSTRATIVE: this universe is invented."),
                List.of(table("cells", true)),
                null);
    }

    private static Section blocks() {
        return new Section(
                "blocks",
                "Blocks",
                List.of(
                        new Paragraph("Plain, with `--code` in it."),
                        new Paragraph("Strong.", Weight.STRONG),
                        new Paragraph("Quiet.", Weight.QUIET),
                        new Paragraph("Beware of <script>, *stars* and | bars.", Weight.WARNING),
                        new KeyFacts(List.of(new KeyFact("city", "Qingdao 青岛"), new KeyFact("known", "75 %"))),
                        Items.of(List.of("1. is no number", "- is no dash")),
                        new Items(Mark.DOT, List.of(new Item("a dot", List.of("with a line below"))), ""),
                        new Items(
                                Mark.LABEL,
                                List.of(
                                        new Item("+4", Tone.GOOD, "an award", List.of("what it rests on")),
                                        new Item("knock-out", Tone.BAD, "a stop", List.of())),
                                ""),
                        new Items(Mark.NUMBER, List.of(new Item("first"), new Item("second")), ""),
                        new Items(Mark.BOX, List.of(new Item("to find out")), ""),
                        new Details(
                                "2 things",
                                List.of(Items.of(List.of("one", "another"))),
                                List.of(new Paragraph("2 things, not listed here."))),
                        new Section(
                                "nested",
                                "A section within",
                                List.of(Items.shortened(
                                        IntStream.rangeClosed(1, 70)
                                                .mapToObj(one -> "item " + one)
                                                .toList(),
                                        "%s more")))));
    }

    private static Section tables() {
        return new Section(
                "tables",
                "Tables",
                List.of(
                        table("cells", false),
                        new Table(
                                "groups",
                                "",
                                List.of(
                                        new Column("project", Kind.TEXT),
                                        new Column("city gains", Kind.SCORE).withMeter(Tone.CITY)),
                                List.of(
                                        new Row("Qingdao 青岛, 1 of 1", List.of(text("SiEn 芯恩"), number("64.8"))),
                                        new Row("Jinan 济南, 0 of 1", List.of()),
                                        new Row("Wuhan 武汉, 0 of 1", List.of()))),
                        candidates()));
    }

    /**
     * Returns a table that takes the heading of its section, with a heading row, a remark, bars with an axis, and
     * reasons below.
     */
    private static Section candidates() {
        return new Section(
                "candidates",
                "Candidates",
                List.of(new Table(
                        "candidates",
                        "",
                        List.of(
                                new Column("", Kind.PLACE),
                                new Column("", Kind.TEXT),
                                new Column("score", Kind.SCORE),
                                new Column("why", Kind.BELOW)),
                        List.of(
                                new Row("all", List.of(text("all"), text(""), bar(), text(""))),
                                new Row("all", List.of(number("1"), text("SiEn 芯恩"), bar(), text("a reason"))),
                                new Row("all", List.of(text("and 2 more")))))));
    }

    private static Cell bar() {
        ScoreInterval span = new ScoreInterval(BigDecimal.valueOf(40), BigDecimal.valueOf(75));
        return new Cell.Bar(span, span, Tone.GOOD, "");
    }

    /** Returns a table with a row per kind of cell; columns have names for spreadsheets only. */
    private static Table table(String id, boolean named) {
        List<Column> columns = List.of(
                new Column(named ? "what" : "", "what", Kind.TEXT, 20, null, false),
                new Column(named ? "cell" : "", "cell", Kind.PROSE, 30, null, false),
                new Column(named ? "number" : "", "number", Kind.SCORE, 10, null, false));
        List<Row> rows = List.of(
                new Row(text("text"), text("=1+1 \u0007 芯恩"), Cell.Text.EMPTY),
                new Row(text("number"), Cell.Text.EMPTY, number("12.5")),
                new Row(text("day"), new Cell.Day(LocalDate.of(2026, 1, 8), "2026-01-08"), Cell.Text.EMPTY),
                new Row(text("term"), new Cell.Term("RECOMMEND", "recommended", Tone.GOOD), Cell.Text.EMPTY),
                new Row(
                        text("several"),
                        new Cell.Several(List.of(text("a"), new Cell.Term("B", "b", Tone.BAD)), "a, b"),
                        Cell.Text.EMPTY),
                new Row(
                        text("bar"),
                        new Cell.Bar(new ScoreInterval(BigDecimal.valueOf(40), BigDecimal.valueOf(75)), "40–75"),
                        Cell.Text.EMPTY),
                new Row(text("link"), new Cell.Link("to the blocks", "blocks"), Cell.Text.EMPTY));
        return named
                ? new Table(id, "Cells", List.of("A title"), columns, rows, Table.Print.ALL)
                : new Table(id, "", columns, rows);
    }

    private static Section charts() {
        return new Section(
                "charts",
                "Charts",
                List.of(new Figure(
                        new HeatMap(
                                "how sure each place is",
                                List.of("Qingdao", "Jinan"),
                                List.of(new HeatRow(
                                        "SiEn", List.of(new HeatCell("90 %", 36, true), new HeatCell("", 0, false)))),
                                List.of("Framed: the place above.")),
                        List.of(new Paragraph("SiEn: Qingdao 90 %.")))));
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }

    private static Cell number(String number) {
        return new Cell.Quantity(new BigDecimal(number), null);
    }
}
