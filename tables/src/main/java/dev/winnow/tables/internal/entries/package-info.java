/** Rows as entries of a universe: taken, kept until they can be checked, or refused with a reason. */
@NullMarked
package dev.winnow.tables.internal.entries;

import org.jspecify.annotations.NullMarked;
