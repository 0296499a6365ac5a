/** The formatter of rule files. */
@NullMarked
package dev.winnow.language.internal.format;

import org.jspecify.annotations.NullMarked;
