package dev.winnow.language.syntax;

/**
 * A comment of a rule file.
 *
 * @param text from its first sign to its last, the line end of a line comment left out
 * @param line where it begins, from 1
 * @param lastLine where it ends
 * @param before the index of the token that follows it
 */
public record Comment(String text, int line, int lastLine, int before) {}
