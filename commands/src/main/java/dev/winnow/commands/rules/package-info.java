/** The commands on rule packs. */
@NullMarked
package dev.winnow.commands.rules;

import org.jspecify.annotations.NullMarked;
