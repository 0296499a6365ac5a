/** The command line. {@link dev.winnow.cli.Main} finds the command and runs it. */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
