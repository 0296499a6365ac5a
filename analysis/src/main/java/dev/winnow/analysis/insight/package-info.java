/** What follows from a screening besides its scores: robustness, obstacles, reversals. */
@NullMarked
package dev.winnow.analysis.insight;

import org.jspecify.annotations.NullMarked;
