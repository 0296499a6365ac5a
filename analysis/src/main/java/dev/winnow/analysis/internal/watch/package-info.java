/** Screens recorded recommendations again, and shows which still stand and which conditions are met. */
@NullMarked
package dev.winnow.analysis.internal.watch;

import org.jspecify.annotations.NullMarked;
