/** The commands of {@code winnow panel}. */
@NullMarked
package dev.winnow.commands.panel;

import org.jspecify.annotations.NullMarked;
