/** The commands on rule packs. */
@NullMarked
package dev.winnow.cli.rules;

import org.jspecify.annotations.NullMarked;
