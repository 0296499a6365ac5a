/** Two screenings held against each other, and the edits that make the difference. */
@NullMarked
package dev.winnow.analysis.compare;

import org.jspecify.annotations.NullMarked;
