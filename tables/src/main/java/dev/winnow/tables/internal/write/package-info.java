/** Writers of entries as YAML, JSON, separated values and workbooks. */
@NullMarked
package dev.winnow.tables.internal.write;

import org.jspecify.annotations.NullMarked;
