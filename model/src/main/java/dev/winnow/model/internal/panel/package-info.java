/** Panels of assessors, their judgements, and the values that follow from them. */
@NullMarked
package dev.winnow.model.internal.panel;

import org.jspecify.annotations.NullMarked;
