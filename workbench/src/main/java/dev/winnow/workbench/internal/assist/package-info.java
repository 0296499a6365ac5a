/** What an editor shows of the rule pack being written: problems, completions, meanings, places. */
@NullMarked
package dev.winnow.workbench.internal.assist;

import org.jspecify.annotations.NullMarked;
