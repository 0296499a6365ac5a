/** JSON Schemas of universe files, derived from the records that they are read into. */
@NullMarked
package dev.winnow.model.internal.schema;

import org.jspecify.annotations.NullMarked;
