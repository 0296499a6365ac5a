/** Records: a screening, a decision or a statement on its conditions, its author and time, and the bytes that are hashed. */
@NullMarked
package dev.winnow.records.internal.entry;

import org.jspecify.annotations.NullMarked;
