/** The part of the launcher that is written in Java: it builds winnow and creates the archive for its start. */
@NullMarked
package dev.winnow.cli.launch;

import org.jspecify.annotations.NullMarked;
