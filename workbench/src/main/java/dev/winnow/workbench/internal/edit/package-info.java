/** Changes to packs: drafts, formatting, and the edits between two editions. */
@NullMarked
package dev.winnow.workbench.internal.edit;

import org.jspecify.annotations.NullMarked;
