/** Chooses the best set of options within constraints. Independent of projects and rules. */
@NullMarked
package dev.winnow.portfolio.selection;

import org.jspecify.annotations.NullMarked;
