package dev.winnow.report.internal.markdown;

import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Details;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.layout.CleanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws a document in GitHub Flavored Markdown. Figures show their replacement content. */
public final class MarkdownRenderer {

    /** A text whose backticks enclose code, without the characters that end a cell or begin HTML. */
    private static final Pattern CODED = Pattern.compile("[^`]*+(?:`[^`|<>]++`(?:[^`]++|$))*+");

    private static final int MAX_ITEMS = 60;

    private final MarkdownText text = new MarkdownText();

    private MarkdownRenderer() {}

    /** Returns the document as Markdown. */
    public static String render(Document document) {
        MarkdownRenderer markdown = new MarkdownRenderer();
        markdown.document(document);
        return markdown.text.toString();
    }

    private void document(Document document) {
        text.heading(1, said(document.name()));
        if (!document.provenance().names().isEmpty()) {
            text.paragraph(said(document.provenance().names()));
        }
        if (!document.provenance().fictitious().isEmpty()) {
            text.paragraph("**" + said(document.provenance().fictitious()) + "**");
        }
        document.lead().forEach(block -> block(block, 1));
        document.sections(chart -> false, true).forEach(section -> section(section, 2));
        document.remarks().forEach(remark -> text.paragraph(said(remark)));
        List<Origin> origins = document.provenance().origins();
        if (!origins.isEmpty()) {
            text.line(origins.stream()
                    .map(one -> said(one.label() + " " + one.name()) + " `" + one.digest() + "`")
                    .collect(Collectors.joining(" · ")));
        }
    }

    private void section(Section section, int level) {
        if (!section.heading().isEmpty()) {
            text.heading(level, MarkdownText.inline(section.heading()));
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
            facts.facts().forEach(fact -> text.line("- **" + said(fact.label()) + "** " + said(fact.text())));
            text.line("");
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Details details) {
            text.line("<details>");
            text.paragraph("<summary>" + said(details.summary()) + "</summary>");
            details.blocks().forEach(one -> block(one, level));
            text.paragraph("</details>");
        } else {
            throw new IllegalStateException("a figure that was not replaced");
        }
    }

    private void paragraph(Paragraph paragraph) {
        String words = said(paragraph.text());
        text.paragraph(
                switch (paragraph.weight()) {
                    case PLAIN, QUIET -> words;
                    case STRONG -> "**" + words + "**";
                    case WARNING -> "> " + words;
                });
    }

    private void items(Items items) {
        boolean shortened = !items.more().isEmpty() && items.items().size() > MAX_ITEMS;
        List<Item> shown = shortened ? items.items().subList(0, MAX_ITEMS) : items.items();
        String mark = switch (items.mark()) {
            case NONE, DOT, LABEL -> "- ";
            case NUMBER -> "1. ";
            case BOX -> "- [ ] ";
        };
        for (Item item : shown) {
            text.line(mark
                    + (item.label().isBlank() ? "" : "**" + MarkdownText.inline(item.label()) + "** ")
                    + said(item.text()));
            item.below().forEach(line -> text.line(" ".repeat(mark.indexOf(' ') + 1) + "- " + said(line)));
        }
        if (shortened) {
            text.line("- " + said(String.format(items.more(), items.items().size() - MAX_ITEMS)));
        }
        text.line("");
    }

    private void table(Table whole) {
        Table table = whole.withoutBars();
        List<Column> columns = table.columns();
        text.head(
                columns.stream().map(column -> said(column.heading())).toList(),
                columns.stream()
                        .map(column -> column.kind().isNumeric() ? "n" : "t")
                        .collect(Collectors.joining()));
        String group = null;
        for (Row row : table.rows()) {
            if (row.group() != null && !row.group().equals(group)) {
                group = row.group();
                if (!Table.isHeading(row)) {
                    text.row(filled(List.of("**" + said(group) + "**"), columns.size()));
                }
            }
            if (!row.cells().isEmpty()) {
                List<String> cells = new ArrayList<>(row.cells().stream()
                        .map(Cell::shown)
                        .map(MarkdownRenderer::said)
                        .toList());
                if (Table.isHeading(row)) {
                    cells.set(0, "**" + cells.get(0) + "**");
                }
                text.row(filled(cells, columns.size()));
            }
        }
        text.line("");
    }

    private static List<String> filled(List<String> cells, int columns) {
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(columns - cells.size(), ""));
        return filled;
    }

    /**
     * Escapes a text, with text in backticks as code. Text that could end the code early, such as a name with
     * backticks of its own, is escaped with its backticks.
     */
    private static String said(String words) {
        if (!CODED.matcher(words).matches()) {
            return MarkdownText.escaped(words);
        }
        String[] parts = words.split("`", -1);
        StringBuilder said = new StringBuilder(MarkdownText.begun(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            said.append(i % 2 == 1 ? "`" + CleanText.of(parts[i]) + "`" : MarkdownText.inline(parts[i]));
        }
        return said.toString().strip();
    }
}
