/** Mappings: how a layout that is not winnow's own is read, as a file or the command line says it. */
@NullMarked
package dev.winnow.tables.internal.mapping;

import org.jspecify.annotations.NullMarked;
