/** Weights and thresholds that past decisions imply: an exact search of all that agree with them. */
@NullMarked
package dev.winnow.past.weights;

import org.jspecify.annotations.NullMarked;
