/** The fewest unknown facts that, answered one way, decide a verdict. */
@NullMarked
package dev.winnow.analysis.ways;

import org.jspecify.annotations.NullMarked;
