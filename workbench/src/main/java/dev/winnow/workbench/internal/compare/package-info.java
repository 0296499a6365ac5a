/** Compares two screenings, and finds the edits that cause the differences. */
@NullMarked
package dev.winnow.workbench.internal.compare;

import org.jspecify.annotations.NullMarked;
