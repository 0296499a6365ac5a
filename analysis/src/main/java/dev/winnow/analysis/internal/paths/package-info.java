/** Ways to a decision: the fewest unknown facts that, answered one way, decide a verdict. */
@NullMarked
package dev.winnow.analysis.internal.paths;

import org.jspecify.annotations.NullMarked;
