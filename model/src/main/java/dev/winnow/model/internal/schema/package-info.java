/** JSON Schemas of universe files, made from the records that they are read into. */
@NullMarked
package dev.winnow.model.internal.schema;

import org.jspecify.annotations.NullMarked;
