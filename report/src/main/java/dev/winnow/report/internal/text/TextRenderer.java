package dev.winnow.report.internal.text;

import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.List;
import java.util.stream.Stream;

/** Draws a document as text for a terminal. Figures show their replacement content. */
public final class TextRenderer {

    /** Maximum width of lines, on wider terminals too. */
    public static final int MAX_WIDTH = 110;

    /** Number of lines that fit a screen. */
    private static final int SCREEN = 40;

    /** Number of items of a list that may be shortened. */
    private static final int MAX_ITEMS = 12;

    /** Minimum width of a column of labels, so that neighbouring lists are aligned. */
    private static final int MIN_LABEL = 6;

    /** Number of digits of a shortened digest. */
    private static final int SHORT = 12;

    private static final String INDENT = "  ";

    private final Colours colours;
    private final Page page;

    private TextRenderer(Colours colours, int width) {
        this.colours = colours;
        this.page = new Page(width);
    }

    /**
     * Returns the text; each line ends with a line feed.
     *
     * @param width the width in columns, at least 60
     */
    public static String render(Document document, Colours colours, int width) {
        TextRenderer text = new TextRenderer(colours, width);
        text.document(document);
        return text.page.toString();
    }

    /** Returns the first document that fits a screen, as text; the last one if none fits. */
    public static String onOneScreen(Stream<Document> documents, Colours colours, int width) {
        String text = "";
        for (Document document : (Iterable<Document>) documents::iterator) {
            text = render(document, colours, width);
            if (text.lines().count() <= SCREEN) {
                return text;
            }
        }
        return text;
    }

    private void document(Document document) {
        strong(document.title());
        if (!document.provenance().fictitious().isEmpty()) {
            strong(document.provenance().fictitious());
        }
        document.lead().forEach(this::block);
        document.sections(chart -> false, false).forEach(this::section);
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

    /** A section that begins with a table has its heading on the line of the table's headings, if there is room. */
    private void section(Section section) {
        page.line("");
        List<Block> blocks = section.blocks();
        boolean joined = !blocks.isEmpty() && blocks.get(0) instanceof Table table && TextTable.takesHeading(table);
        if (joined) {
            new TextTable((Table) blocks.get(0), colours, page).draw(section.heading());
        } else if (!section.heading().isEmpty()) {
            strong(section.heading());
        }
        blocks.stream().skip(joined ? 1 : 0).forEach(this::block);
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
            new TextTable(table, colours, page).draw("");
        } else {
            throw new IllegalStateException("a block that was not replaced");
        }
    }

    private void paragraph(Paragraph paragraph) {
        switch (paragraph.weight()) {
            case PLAIN -> page.text(0, paragraph.text(), line -> colours.paint(paragraph.tone(), line));
            case STRONG ->
                page.text(0, paragraph.text(), line -> colours.strong(colours.paint(paragraph.tone(), line)));
            case QUIET -> page.text(0, paragraph.text(), colours::faint);
            case WARNING -> page.hanging(colours.bad("!") + " ", paragraph.text());
        }
    }

    private void items(Items items) {
        boolean shortened = !items.more().isEmpty() && items.items().size() > MAX_ITEMS;
        List<Item> shown = shortened ? items.items().subList(0, MAX_ITEMS) : items.items();
        boolean labelled = items.mark() == Block.Mark.LABEL;
        int label = shown.stream().mapToInt(item -> Columns.width(item.label())).reduce(MIN_LABEL, Math::max);
        int digits = String.valueOf(shown.size()).length();
        for (int i = 0; i < shown.size(); i++) {
            Item item = shown.get(i);
            String mark = switch (items.mark()) {
                case NONE -> INDENT;
                case DOT -> INDENT + "· ";
                case LABEL -> INDENT + label(item, Columns.left(item.label(), label));
                case NUMBER -> INDENT + Columns.right(String.valueOf(i + 1), digits) + INDENT;
                case BOX -> INDENT + "[ ] ";
            };
            page.hanging(
                    labelled || item.label().isEmpty() ? mark : mark + label(item, Columns.clean(item.label())),
                    item.text());
            int indent = labelled
                    ? 2 * INDENT.length() + label
                    : Columns.width(mark) + (items.mark() == Block.Mark.NONE ? INDENT.length() : 0);
            String dot = " ".repeat(indent) + (labelled ? "· " : "");
            item.below().forEach(line -> page.hanging(dot, line));
        }
        if (shortened) {
            page.hanging(INDENT, String.format(items.more(), items.items().size() - MAX_ITEMS));
        }
    }

    private String label(Item item, String label) {
        return (item.tone() == Tone.NONE ? colours.strong(label) : colours.paint(item.tone(), label)) + INDENT;
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
