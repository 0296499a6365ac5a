/** Options that commands share. */
@NullMarked
package dev.winnow.console.option;

import org.jspecify.annotations.NullMarked;
