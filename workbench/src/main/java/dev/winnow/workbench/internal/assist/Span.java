package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.model.source.Place;

/**
 * A part of a line of a file.
 *
 * @param line from 0
 * @param start the first character, from 0, in UTF-16 units
 * @param end the character after the last one
 */
public record Span(int line, int start, int end) {

    public Span {
        if (line < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + line + ":" + start + "-" + end);
        }
    }

    static Span of(TokenPosition spot) {
        return new Span(spot.line() - 1, spot.column() - 1, spot.column() - 1 + spot.length());
    }

    /** The span at a place; without a column the whole line, without a line the beginning of the file. */
    static Span of(Place place, int length) {
        int line = Math.max(0, place.line() - 1);
        if (place.column() > 0) {
            return new Span(line, place.column() - 1, place.column() - 1 + Math.max(1, length));
        }
        String text = place.text();
        return new Span(line, 0, text == null ? 0 : text.length());
    }

    /** Whether a position is inside it or right behind it, where a cursor after a word is. */
    boolean contains(int atLine, int character) {
        return line == atLine && start <= character && character <= end;
    }

    /** The offset of a position, at most at the end of its line; -1 if there is no such line. */
    static int offset(String text, int line, int character) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        int end = text.indexOf('\n', start);
        return Math.min(start + Math.max(0, character), end < 0 ? text.length() : end);
    }
}
