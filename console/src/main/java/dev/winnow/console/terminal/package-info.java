/** Streams, progress display and exit codes of commands. */
@NullMarked
package dev.winnow.console.terminal;

import org.jspecify.annotations.NullMarked;
