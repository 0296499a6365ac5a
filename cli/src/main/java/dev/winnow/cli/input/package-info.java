/** Loads what is screened, as the options specify. */
@NullMarked
package dev.winnow.cli.input;

import org.jspecify.annotations.NullMarked;
