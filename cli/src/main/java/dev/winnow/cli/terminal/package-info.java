/** Where commands print: terminal, progress, exit codes. */
@NullMarked
package dev.winnow.cli.terminal;

import org.jspecify.annotations.NullMarked;
