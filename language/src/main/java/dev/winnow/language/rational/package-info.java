/** Exact fractions, for scores that must add up. */
@NullMarked
package dev.winnow.language.rational;

import org.jspecify.annotations.NullMarked;
