/** Sheets of questions that come back with answers. */
@NullMarked
package dev.winnow.tables.answers;

import org.jspecify.annotations.NullMarked;
