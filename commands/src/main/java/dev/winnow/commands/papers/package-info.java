/** Commands that write decision papers, letters and minutes. */
@NullMarked
package dev.winnow.commands.papers;

import org.jspecify.annotations.NullMarked;
