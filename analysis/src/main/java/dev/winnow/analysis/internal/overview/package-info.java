/** A screening at a glance: what to pursue, what is open, what to leave, and of what next to nothing is known. */
@NullMarked
package dev.winnow.analysis.internal.overview;

import org.jspecify.annotations.NullMarked;
