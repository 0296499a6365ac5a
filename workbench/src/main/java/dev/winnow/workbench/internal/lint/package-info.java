/** Remarks on parts of a valid pack that are probably not intended, and the facts that rules read and reach. */
@NullMarked
package dev.winnow.workbench.internal.lint;

import org.jspecify.annotations.NullMarked;
