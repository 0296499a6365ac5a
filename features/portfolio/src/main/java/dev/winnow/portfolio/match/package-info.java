/** Matching of projects and cities when both sides choose, with scores by the rules that screen each pair. */
@NullMarked
package dev.winnow.portfolio.match;

import org.jspecify.annotations.NullMarked;
