package dev.winnow.language.syntax;

import java.util.List;

/**
 * A rule file in its words.
 *
 * @param tokens what is read, an END token last
 * @param comments what is not
 */
public record Lexemes(List<Token> tokens, List<Comment> comments) {}
