package dev.winnow.model.source;

import org.jspecify.annotations.Nullable;

/**
 * Finds the quote that was opened and, since its end was lost, goes on to the next quote, which may stand far below: there the
 * parser stumbles, and nobody sees why.
 */
final class LostQuote {

    private LostQuote() {}

    /**
     * A quoted text of several lines.
     *
     * @param line the line in which it is opened, from 1
     * @param column where, from 1
     * @param end the line in which it is closed
     */
    record Span(int line, int column, int end) {}

    /** The quoted text of several lines that is closed in a line at which YAML cannot be read on; null if none is. */
    static @Nullable Span endingIn(String text, int line) {
        int row = 1;
        int start = 0;
        int opened = 0;
        int column = 0;
        int depth = 0;
        char quote = 0;
        char before = 0; // the last sign of the line that is no blank
        for (int i = 0; i < text.length() && row <= line; i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '\n') {
                row++;
                start = i + 1;
                before = 0;
            } else if (quote != 0) {
                if ((quote == '"' && c == '\\' && next != '\n') || (quote == '\'' && c == '\'' && next == '\'')) {
                    i++;
                } else if (c == quote) {
                    if (row == line && opened < row) {
                        return new Span(opened, column, row);
                    }
                    quote = 0;
                    before = c;
                }
            } else if ((c == '"' || c == '\'') && opensValue(before, depth)) {
                quote = c;
                opened = row;
                column = i - start + 1;
            } else if (c == '#' && (i == start || Character.isWhitespace(text.charAt(i - 1)))) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end - 1;
            } else if (!Character.isWhitespace(c)) {
                depth = c == '[' || c == '{' ? depth + 1 : c == ']' || c == '}' ? Math.max(0, depth - 1) : depth;
                before = c;
            }
        }
        return null;
    }

    /** Whether a quote after a sign begins a value; anywhere else it is a sign of a text. */
    private static boolean opensValue(char before, int depth) {
        return before == 0 || ":-?".indexOf(before) >= 0 || (depth > 0 && "[{,".indexOf(before) >= 0);
    }
}
