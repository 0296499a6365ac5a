/** Which project goes to which city if both sides choose, by the rules that screen each pair. */
@NullMarked
package dev.winnow.analysis.internal.placement;

import org.jspecify.annotations.NullMarked;
