/** Two editions of a pack or universe: which verdicts differ, by which edits, and whether they are approved. */
@NullMarked
package dev.winnow.compare.difference;

import org.jspecify.annotations.NullMarked;
