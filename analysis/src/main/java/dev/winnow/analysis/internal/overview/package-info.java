/** A screening at a glance: candidates to pursue, open ones, those to leave, and those about which little is known. */
@NullMarked
package dev.winnow.analysis.internal.overview;

import org.jspecify.annotations.NullMarked;
