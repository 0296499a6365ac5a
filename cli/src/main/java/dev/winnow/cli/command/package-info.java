/** The commands on projects, cities and files. */
@NullMarked
package dev.winnow.cli.command;

import org.jspecify.annotations.NullMarked;
