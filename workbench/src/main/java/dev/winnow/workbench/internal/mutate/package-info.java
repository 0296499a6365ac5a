/** Whether worked examples would notice a mistake: rules changed one small step at a time. */
@NullMarked
package dev.winnow.workbench.internal.mutate;

import org.jspecify.annotations.NullMarked;
