package dev.winnow.report.internal.markdown;

import dev.winnow.report.internal.layout.CleanText;
import java.util.List;
import java.util.stream.Collectors;

/** A text in GitHub Flavored Markdown, written from top to bottom. */
public final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** Escapes a text for Markdown and HTML, also at the start of a line or cell. */
    public static String escaped(String text) {
        return begun(text).strip();
    }

    /** Escapes a text that is followed by another on the same line. */
    static String begun(String text) {
        return inline(text)
                .stripLeading()
                .replaceFirst("^([-=])", "\\\\$1")
                .replaceFirst("^(\\d{1,9})\\.(?= |$)", "$1\\\\.");
    }

    /** Escapes a text that follows another on the same line. */
    public static String inline(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@])", "\\\\$1");
    }

    /** Adds a line unchanged. */
    public MarkdownText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a line and an empty line. */
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
     * @param cells the headings
     * @param numbers one character per column from the left: {@code n} for a column of numbers
     */
    public MarkdownText head(List<String> cells, String numbers) {
        row(cells);
        return line(numbers.chars()
                .mapToObj(one -> one == 'n' ? "---:|" : "---|")
                .collect(Collectors.joining("", "|", "")));
    }

    /** Returns the whole text. */
    @Override
    public String toString() {
        return text.toString();
    }
}
