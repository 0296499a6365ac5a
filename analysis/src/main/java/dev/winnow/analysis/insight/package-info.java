/** Analyses of a screening beyond its scores: robustness, obstacles, reversals. */
@NullMarked
package dev.winnow.analysis.insight;

import org.jspecify.annotations.NullMarked;
