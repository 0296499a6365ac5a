/** Loads the pack, universe, answers and assumptions that the options name. */
@NullMarked
package dev.winnow.console.input;

import org.jspecify.annotations.NullMarked;
