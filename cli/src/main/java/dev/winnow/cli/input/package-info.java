/** Loads the pack, universe, answers and assumptions that the options name. */
@NullMarked
package dev.winnow.cli.input;

import org.jspecify.annotations.NullMarked;
