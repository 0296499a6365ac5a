/** Options that commands share. */
@NullMarked
package dev.winnow.cli.option;

import org.jspecify.annotations.NullMarked;
