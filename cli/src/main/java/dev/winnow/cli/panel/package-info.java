/** The commands of {@code winnow panel}. */
@NullMarked
package dev.winnow.cli.panel;

import org.jspecify.annotations.NullMarked;
