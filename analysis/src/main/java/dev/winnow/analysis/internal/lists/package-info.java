/** Lists of candidates of any length, and shortlists of the best. */
@NullMarked
package dev.winnow.analysis.internal.lists;

import org.jspecify.annotations.NullMarked;
