/** Streams, progress display and exit codes of commands. */
@NullMarked
package dev.winnow.cli.terminal;

import org.jspecify.annotations.NullMarked;
