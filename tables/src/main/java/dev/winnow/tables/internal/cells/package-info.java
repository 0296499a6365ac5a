/** Files that contain tables, sheet by sheet and cell by cell. */
@NullMarked
package dev.winnow.tables.internal.cells;

import org.jspecify.annotations.NullMarked;
