/** How much verdicts and ranks depend on the weights. */
@NullMarked
package dev.winnow.analysis.weights;

import org.jspecify.annotations.NullMarked;
