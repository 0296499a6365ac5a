/** Mutation tests: whether worked examples detect small mistakes in rules. */
@NullMarked
package dev.winnow.workbench.internal.mutate;

import org.jspecify.annotations.NullMarked;
