/** The checks of a pack: its rules are checked, typed, and combined with the other files of the pack. */
@NullMarked
package dev.winnow.language.internal.check;

import org.jspecify.annotations.NullMarked;
