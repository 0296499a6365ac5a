/** Papers in the workbench. */
@NullMarked
package dev.winnow.papers.workbench;

import org.jspecify.annotations.NullMarked;
