package dev.winnow.report.internal.layout;

import java.util.List;
import java.util.function.UnaryOperator;

/** A text of a fixed width, written from top to bottom. */
public final class Page {

    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** A page of 80 columns. */
    public Page() {
        this(Columns.PAGE);
    }

    /** A page of so many columns. */
    public Page(int width) {
        this.width = width;
    }

    /** {@return how many columns it has} */
    public int width() {
        return width;
    }

    /** A line as it is. */
    public void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** A heading, painted or not, below an empty line. */
    public void section(String heading) {
        line("");
        line(heading);
    }

    /** A text in as many lines as it needs. */
    public void text(int indent, String words) {
        text(indent, words, UnaryOperator.identity());
    }

    /** A text whose lines are painted once it is broken: where lines end is not counted in what paints them. */
    public void text(int indent, String words, UnaryOperator<String> painted) {
        Columns.wrap(words, width - indent).forEach(piece -> line(" ".repeat(indent) + painted.apply(piece)));
    }

    /** A text after a label; its further lines stand below its first. The label may be painted. */
    public void hanging(String label, String words) {
        int indent = Columns.width(label.replaceAll("\u001B\\[[0-9;]*m", ""));
        List<String> pieces = Columns.wrap(words, width - indent);
        line(label + pieces.get(0));
        pieces.stream().skip(1).forEach(piece -> line(" ".repeat(indent) + piece));
    }

    /** All of another page. */
    public void page(Page other) {
        text.append(other.text);
    }

    /** Everything written so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
