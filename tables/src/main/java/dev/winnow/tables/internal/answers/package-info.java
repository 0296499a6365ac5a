/** Questionnaires that come back with answers. */
@NullMarked
package dev.winnow.tables.internal.answers;

import org.jspecify.annotations.NullMarked;
