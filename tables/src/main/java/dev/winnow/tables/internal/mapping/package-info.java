/** Mappings, which describe how a foreign layout is read, from a file or the command line. */
@NullMarked
package dev.winnow.tables.internal.mapping;

import org.jspecify.annotations.NullMarked;
