/** Weights and thresholds that past decisions imply: an exact search of all that agree with them. */
@NullMarked
package dev.winnow.analysis.internal.preference;

import org.jspecify.annotations.NullMarked;
