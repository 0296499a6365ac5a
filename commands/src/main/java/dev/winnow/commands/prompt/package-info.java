/** Questions on the terminal. */
@NullMarked
package dev.winnow.commands.prompt;

import org.jspecify.annotations.NullMarked;
