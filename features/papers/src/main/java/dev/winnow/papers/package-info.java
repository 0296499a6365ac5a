/** Papers for decisions: decision papers, letters and minutes. */
@NullMarked
package dev.winnow.papers;

import org.jspecify.annotations.NullMarked;
