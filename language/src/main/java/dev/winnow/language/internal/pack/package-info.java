/** The files of a pack besides its rules: outline, limits, worked examples as they are read. */
@NullMarked
package dev.winnow.language.internal.pack;

import org.jspecify.annotations.NullMarked;
