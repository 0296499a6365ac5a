package dev.winnow.report.internal.markdown;

import dev.winnow.report.internal.layout.CleanText;
import java.util.List;
import java.util.stream.Collectors;

/** A text in GitHub's Markdown, written from top to bottom. */
public final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** Escapes text for Markdown and HTML, also at the start of a line or of a cell. */
    public static String escaped(String text) {
        return begun(text).strip();
    }

    /** The same for a text behind which another stands. */
    static String begun(String text) {
        return inline(text)
                .stripLeading()
                .replaceFirst("^([-=])", "\\\\$1")
                .replaceFirst("^(\\d{1,9})\\.(?= |$)", "$1\\\\.");
    }

    /** The same for a text that stands within a line, behind another. */
    public static String inline(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@])", "\\\\$1");
    }

    /** Adds a line as it is. */
    public MarkdownText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a paragraph: a line, and an empty one. */
    public MarkdownText paragraph(String line) {
        return line(line).line("");
    }

    /** Adds a heading. */
    public MarkdownText heading(int level, String words) {
        return paragraph("#".repeat(level) + " " + words);
    }

    /** Adds a row of a table. */
    public MarkdownText row(List<String> cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    /**
     * Adds the head of a table.
     *
     * @param numbers which columns, from the left, hold numbers: {@code n} for one that does, anything else for another
     */
    public MarkdownText head(List<String> cells, String numbers) {
        row(cells);
        return line(numbers.chars()
                .mapToObj(one -> one == 'n' ? "---:|" : "---|")
                .collect(Collectors.joining("", "|", "")));
    }

    /** Everything written so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
