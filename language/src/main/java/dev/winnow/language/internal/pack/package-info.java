/** The files of a pack besides its rules: outline, limits and worked examples. */
@NullMarked
package dev.winnow.language.internal.pack;

import org.jspecify.annotations.NullMarked;
