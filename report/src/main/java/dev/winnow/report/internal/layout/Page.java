package dev.winnow.report.internal.layout;

import java.util.List;
import java.util.function.UnaryOperator;

/** A text of a fixed width, written from top to bottom. */
public final class Page {

    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** Creates a page of 80 columns. */
    public Page() {
        this(Columns.PAGE);
    }

    /** Creates a page of the given number of columns. */
    public Page(int width) {
        this.width = width;
    }

    /** {@return the number of columns} */
    public int width() {
        return width;
    }

    /** Adds a line unchanged. */
    public void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** Adds a heading, painted or not, below an empty line. */
    public void section(String heading) {
        line("");
        line(heading);
    }

    /** Adds a text, broken into lines. */
    public void text(int indent, String words) {
        text(indent, words, UnaryOperator.identity());
    }

    /** Adds a text, and paints its lines after breaking: colour codes take no columns. */
    public void text(int indent, String words, UnaryOperator<String> painted) {
        Columns.wrap(words, width - indent).forEach(piece -> line(" ".repeat(indent) + painted.apply(piece)));
    }

    /** Adds a text after a label, with hanging lines. The label may be painted. */
    public void hanging(String label, String words) {
        int indent = Columns.width(label.replaceAll("\u001B\\[[0-9;]*m", ""));
        List<String> pieces = Columns.wrap(words, width - indent);
        line(label + pieces.get(0));
        pieces.stream().skip(1).forEach(piece -> line(" ".repeat(indent) + piece));
    }

    /** Adds the lines of another page. */
    public void page(Page other) {
        text.append(other.text);
    }

    /** Returns all lines. */
    @Override
    public String toString() {
        return text.toString();
    }
}
