/** Assumptions about unknown facts: those of a pack, of a universe, and of a single run. */
@NullMarked
package dev.winnow.model.internal.assumption;

import org.jspecify.annotations.NullMarked;
