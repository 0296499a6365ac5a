/** Compares two screenings, and finds the edits that cause the differences. */
@NullMarked
package dev.winnow.analysis.internal.compare;

import org.jspecify.annotations.NullMarked;
