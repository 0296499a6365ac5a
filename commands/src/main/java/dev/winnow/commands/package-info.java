/** The core commands. */
@NullMarked
package dev.winnow.commands;

import org.jspecify.annotations.NullMarked;
