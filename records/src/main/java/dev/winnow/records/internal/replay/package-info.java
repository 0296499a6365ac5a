/** Records screenings, and derives their results again from the stored contents. */
@NullMarked
package dev.winnow.records.internal.replay;

import org.jspecify.annotations.NullMarked;
