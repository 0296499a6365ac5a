/** Screens recorded recommendations again, and shows which still stand and which conditions are met. */
@NullMarked
package dev.winnow.past.watch;

import org.jspecify.annotations.NullMarked;
