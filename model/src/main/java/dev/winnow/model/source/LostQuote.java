package dev.winnow.model.source;

import org.jspecify.annotations.Nullable;

/**
 * Finds an unclosed quote. YAML continues the text to the next quote, perhaps many lines below, and reports an error
 * there that does not show the cause.
 */
final class LostQuote {

    private LostQuote() {}

    /**
     * A quoted text of several lines.
     *
     * @param line the line of the opening quote, from 1
     * @param column its column, from 1
     * @param end the line of the closing quote
     */
    record Span(int line, int column, int end) {}

    /** Returns the quoted text of several lines that ends in a line with a syntax error; null if there is none. */
    static @Nullable Span endingIn(String text, int line) {
        int row = 1;
        int start = 0;
        int opened = 0;
        int column = 0;
        int depth = 0;
        char quote = 0;
        char before = 0; // the last character of the line that is not blank
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

    /** Whether a quote after a character opens a value; elsewhere it is part of a text. */
    private static boolean opensValue(char before, int depth) {
        return before == 0 || ":-?".indexOf(before) >= 0 || (depth > 0 && "[{,".indexOf(before) >= 0);
    }
}
