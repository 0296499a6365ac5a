/** The command line: reads what is asked, calls the engine, and prints; nothing else in winnow prints. */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
