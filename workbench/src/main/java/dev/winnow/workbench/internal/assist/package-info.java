/** Diagnostics, completions, explanations and places of names for an editor of rule packs. */
@NullMarked
package dev.winnow.workbench.internal.assist;

import org.jspecify.annotations.NullMarked;
