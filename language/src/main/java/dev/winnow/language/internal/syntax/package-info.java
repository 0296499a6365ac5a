/** Rule files as syntax trees: lexer, parsers, expressions, patterns, and what a rule does. */
@NullMarked
package dev.winnow.language.internal.syntax;

import org.jspecify.annotations.NullMarked;
