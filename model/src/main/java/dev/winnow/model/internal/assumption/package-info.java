/** What is assumed where nothing is known: the assumptions of a pack, of a universe, and of a single run. */
@NullMarked
package dev.winnow.model.internal.assumption;

import org.jspecify.annotations.NullMarked;
