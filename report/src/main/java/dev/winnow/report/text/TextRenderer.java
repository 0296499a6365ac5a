package dev.winnow.report.text;

import dev.winnow.report.document.Block;
import dev.winnow.report.document.Block.Item;
import dev.winnow.report.document.Block.Items;
import dev.winnow.report.document.Block.KeyFact;
import dev.winnow.report.document.Block.KeyFacts;
import dev.winnow.report.document.Block.Paragraph;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Document.Origin;
import dev.winnow.report.document.Section;
import dev.winnow.report.document.Table;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.List;

/** Draws a document as text for a terminal. Charts are drawn by what their figures have instead. */
public final class TextRenderer {

    /** Lines get no wider on a wider terminal. */
    public static final int MAX_WIDTH = 110;

    /** Number of items of a list that may be shortened. */
    private static final int MAX_ITEMS = 12;

    /** Digits of a digest. */
    private static final int SHORT = 12;

    private static final String INDENT = "  ";

    private final Colours colours;
    private final Page page;

    private TextRenderer(Colours colours, int width) {
        this.colours = colours;
        this.page = new Page(width);
    }

    /**
     * The text, each line ended.
     *
     * @param width in columns, at least 60
     */
    public static String render(Document document, Colours colours, int width) {
        TextRenderer text = new TextRenderer(colours, width);
        text.document(document);
        return text.page.toString();
    }

    private void document(Document document) {
        strong(document.title());
        if (!document.provenance().fictitious().isEmpty()) {
            strong(document.provenance().fictitious());
        }
        document.lead().forEach(this::block);
        document.sections(chart -> false).forEach(this::section);
        List<String> origins = document.provenance().origins().stream()
                .map(TextRenderer::digest)
                .toList();
        if (!document.remarks().isEmpty() || !origins.isEmpty()) {
            page.line("");
        }
        document.remarks().forEach(remark -> page.text(0, remark));
        if (!origins.isEmpty()) {
            page.text(0, String.join(" · ", origins));
        }
    }

    private static String digest(Origin origin) {
        String digest = origin.digest();
        return origin.label() + " " + digest.substring(0, Math.min(SHORT, digest.length()));
    }

    private void strong(String words) {
        page.text(0, words, colours::strong);
    }

    private void section(Section section) {
        page.line("");
        if (!section.heading().isEmpty()) {
            strong(section.heading());
        }
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Section section) {
            section(section);
        } else if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Items items) {
            items(items);
        } else if (block instanceof KeyFacts facts) {
            facts(facts);
        } else if (block instanceof Table table) {
            new TextTable(table, colours, page).draw();
        } else {
            throw new IllegalStateException("a figure that was not replaced");
        }
    }

    private void paragraph(Paragraph paragraph) {
        switch (paragraph.weight()) {
            case PLAIN -> page.text(0, paragraph.text());
            case STRONG -> strong(paragraph.text());
            case QUIET -> page.text(0, paragraph.text(), colours::faint);
            case WARNING -> page.hanging(colours.bad("!") + " ", paragraph.text());
        }
    }

    private void items(Items items) {
        boolean shortened = !items.more().isEmpty() && items.items().size() > MAX_ITEMS;
        List<Item> shown = shortened ? items.items().subList(0, MAX_ITEMS) : items.items();
        int digits = String.valueOf(shown.size()).length();
        for (int i = 0; i < shown.size(); i++) {
            String mark = switch (items.mark()) {
                case NONE -> INDENT;
                case DOT -> INDENT + "· ";
                case NUMBER -> INDENT + Columns.right(String.valueOf(i + 1), digits) + INDENT;
                case BOX -> INDENT + "[ ] ";
            };
            String label = shown.get(i).label();
            page.hanging(
                    mark + (label.isEmpty() ? "" : colours.strong(Columns.clean(label)) + INDENT),
                    shown.get(i).text());
            int indent = Columns.width(mark) + (items.mark() == Block.Mark.NONE ? INDENT.length() : 0);
            shown.get(i).below().forEach(line -> page.text(indent, line));
        }
        if (shortened) {
            page.hanging(INDENT, String.format(items.more(), items.items().size() - MAX_ITEMS));
        }
    }

    private void facts(KeyFacts facts) {
        int label = facts.facts().stream()
                .mapToInt(fact -> Columns.width(fact.label()))
                .max()
                .orElse(0);
        for (KeyFact fact : facts.facts()) {
            page.hanging(INDENT + Columns.left(fact.label(), label) + INDENT, fact.text());
        }
    }
}
