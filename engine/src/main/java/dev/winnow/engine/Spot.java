package dev.winnow.engine;

/**
 * Where a token stands in a rule file.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param length in characters
 */
record Spot(int line, int column, int length) {

    /** From here to the end of another spot on the same line. */
    Spot to(Spot end) {
        return new Spot(line, column, end.column() + end.length() - column);
    }
}
