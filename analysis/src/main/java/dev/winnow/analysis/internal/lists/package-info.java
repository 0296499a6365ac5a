/** Lists of candidates of any length, and what was asked of a screening. */
@NullMarked
package dev.winnow.analysis.internal.lists;

import org.jspecify.annotations.NullMarked;
