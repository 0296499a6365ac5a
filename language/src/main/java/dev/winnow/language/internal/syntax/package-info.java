/** Rule files as syntax trees: lexer, parsers, expressions, patterns and consequences. */
@NullMarked
package dev.winnow.language.internal.syntax;

import org.jspecify.annotations.NullMarked;
