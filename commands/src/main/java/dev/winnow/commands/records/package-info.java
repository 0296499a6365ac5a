/** Commands on the records of a place as a whole. */
@NullMarked
package dev.winnow.commands.records;

import org.jspecify.annotations.NullMarked;
