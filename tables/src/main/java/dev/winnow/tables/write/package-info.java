/** Entries written as YAML, JSON, separated values and workbooks. */
@NullMarked
package dev.winnow.tables.write;

import org.jspecify.annotations.NullMarked;
