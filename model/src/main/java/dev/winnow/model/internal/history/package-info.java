/** The statements of sources about a subject over time, and the values known on a day. */
@NullMarked
package dev.winnow.model.internal.history;

import org.jspecify.annotations.NullMarked;
