/** Dependence of verdicts and ranks on the weights. */
@NullMarked
package dev.winnow.analysis.weights;

import org.jspecify.annotations.NullMarked;
