/** The commands that analyse screenings and past decisions. */
@NullMarked
package dev.winnow.cli.analysis;

import org.jspecify.annotations.NullMarked;
