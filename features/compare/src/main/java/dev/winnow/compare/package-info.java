/** Two comparisons for policy makers: of editions, and of a chain with what a city has. */
@NullMarked
package dev.winnow.compare;

import org.jspecify.annotations.NullMarked;
