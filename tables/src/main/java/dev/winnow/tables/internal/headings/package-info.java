/** Meanings of headings and cells: properties, units and values. */
@NullMarked
package dev.winnow.tables.internal.headings;

import org.jspecify.annotations.NullMarked;
