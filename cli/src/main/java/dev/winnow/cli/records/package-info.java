/** Commands on the records of a place as a whole. */
@NullMarked
package dev.winnow.cli.records;

import org.jspecify.annotations.NullMarked;
