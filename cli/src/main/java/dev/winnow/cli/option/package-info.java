/** Options that commands share, and what they resolve to. */
@NullMarked
package dev.winnow.cli.option;

import org.jspecify.annotations.NullMarked;
