/** Records of screenings and decisions as the workbench shows them. */
@NullMarked
package dev.winnow.serve.internal.decisions;

import org.jspecify.annotations.NullMarked;
