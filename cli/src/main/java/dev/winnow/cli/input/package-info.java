/** What is screened, loaded as the options ask. */
@NullMarked
package dev.winnow.cli.input;

import org.jspecify.annotations.NullMarked;
