/** Why rules do not hold, and by how much. */
@NullMarked
package dev.winnow.engine.explain;

import org.jspecify.annotations.NullMarked;
