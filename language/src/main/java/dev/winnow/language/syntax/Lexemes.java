package dev.winnow.language.syntax;

import java.util.List;

/**
 * The tokens and comments of a rule file.
 *
 * @param tokens the tokens, an END token last
 * @param comments the comments
 */
public record Lexemes(List<Token> tokens, List<Comment> comments) {}
