/** What is allowed in a pack and yet worth a look, and what rules read and reach. */
@NullMarked
package dev.winnow.workbench.internal.lint;

import org.jspecify.annotations.NullMarked;
