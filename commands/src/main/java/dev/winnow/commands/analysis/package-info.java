/** The commands that analyse screenings and past decisions. */
@NullMarked
package dev.winnow.commands.analysis;

import org.jspecify.annotations.NullMarked;
