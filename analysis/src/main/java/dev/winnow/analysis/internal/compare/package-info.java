/** Two screenings held against each other, and the edits that make the difference. */
@NullMarked
package dev.winnow.analysis.internal.compare;

import org.jspecify.annotations.NullMarked;
