package dev.winnow.web.internal.workbench;

import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A document for the script that draws it: the texts of the page that the command writes, in one sequence, with tables
 * instead of charts.
 *
 * @param blocks its parts
 */
public record ShownDocument(List<ShownBlock> blocks) {

    /** Kind of a part. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        QUIET,
        STRONG,
        ITEMS,
        TABLE
    }

    /**
     * A part. Text in backticks is code.
     *
     * @param level the level of a heading, from 1; 0 for other parts
     * @param text the text of a heading or paragraph; empty for others
     * @param items the items of a list; empty for others
     * @param columns the columns of a table; empty for others
     * @param rows the rows of a table; empty for others
     */
    public record ShownBlock(
            Kind kind, int level, String text, List<ShownItem> items, List<ShownColumn> columns, List<ShownRow> rows) {

        private static ShownBlock text(Kind kind, int level, String text) {
            return new ShownBlock(kind, level, text, List.of(), List.of(), List.of());
        }
    }

    /** An item of a list. */
    public record ShownItem(String label, String text, List<String> below) {}

    /**
     * A row of a table.
     *
     * @param heading whether it is the heading of the rows below it, a single cell
     * @param cells the texts of its cells; a single cell of several columns is a remark
     */
    public record ShownRow(boolean heading, List<String> cells) {}

    /** A column of a table. */
    public record ShownColumn(String heading, boolean numeric) {}

    /** Returns the texts of a document. */
    public static ShownDocument of(Document document) {
        List<ShownBlock> blocks = new ArrayList<>();
        document.lead().forEach(one -> add(one, 1, blocks));
        document.sections(chart -> false, false).forEach(one -> add(one, 1, blocks));
        document.remarks().forEach(one -> blocks.add(ShownBlock.text(Kind.QUIET, 0, one)));
        return new ShownDocument(blocks);
    }

    private static void add(Block block, int level, List<ShownBlock> into) {
        if (block instanceof Section section) {
            if (!section.heading().isEmpty()) {
                into.add(ShownBlock.text(Kind.HEADING, level, section.heading()));
            }
            section.blocks().forEach(one -> add(one, level + 1, into));
        } else if (block instanceof Block.Paragraph paragraph) {
            into.add(ShownBlock.text(kind(paragraph.weight()), 0, paragraph.text()));
        } else if (block instanceof Block.Items items) {
            into.add(new ShownBlock(
                    Kind.ITEMS,
                    0,
                    "",
                    items.items().stream()
                            .map(one -> new ShownItem(one.label(), one.text(), one.below()))
                            .toList(),
                    List.of(),
                    List.of()));
        } else if (block instanceof Block.KeyFacts facts) {
            into.add(new ShownBlock(
                    Kind.ITEMS,
                    0,
                    "",
                    facts.facts().stream()
                            .map(one -> new ShownItem(one.label(), one.text(), List.of()))
                            .toList(),
                    List.of(),
                    List.of()));
        } else if (block instanceof Table table) {
            into.add(table(table.withoutBars()));
        }
    }

    private static Kind kind(Block.Weight weight) {
        return switch (weight) {
            case PLAIN -> Kind.PARAGRAPH;
            case QUIET -> Kind.QUIET;
            case STRONG, WARNING -> Kind.STRONG;
        };
    }

    private static ShownBlock table(Table table) {
        List<ShownRow> rows = new ArrayList<>();
        String group = null;
        for (Table.Row row : table.rows()) {
            if (row.group() != null && !row.group().equals(group)) {
                group = row.group();
                rows.add(new ShownRow(true, List.of(group)));
            }
            if (!row.cells().isEmpty() && !Table.isHeading(row)) {
                rows.add(new ShownRow(
                        false, row.cells().stream().map(Cell::shown).toList()));
            }
        }
        return new ShownBlock(
                Kind.TABLE,
                0,
                table.caption(),
                List.of(),
                table.columns().stream()
                        .map(one -> new ShownColumn(one.heading(), one.kind().isNumeric()))
                        .toList(),
                rows);
    }
}
