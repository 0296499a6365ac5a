/**
 * The program that finds and runs commands, and {@link dev.winnow.console.Feature}, by which
 * parts of winnow add theirs.
 */
@NullMarked
package dev.winnow.console;

import org.jspecify.annotations.NullMarked;
