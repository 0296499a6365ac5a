/** The layout of rule files. */
@NullMarked
package dev.winnow.language.format;

import org.jspecify.annotations.NullMarked;
