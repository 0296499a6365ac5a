package dev.winnow.language.internal.syntax;

/**
 * The position of a token in a rule file.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param length in characters
 */
public record TokenPosition(int line, int column, int length) {

    /** Returns the span from this position to the end of another one on the same line. */
    TokenPosition to(TokenPosition end) {
        return new TokenPosition(line, column, end.column() + end.length() - column);
    }
}
