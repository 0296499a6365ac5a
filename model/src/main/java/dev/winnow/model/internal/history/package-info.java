/** What sources say of a subject over time, and what of it holds on a day. */
@NullMarked
package dev.winnow.model.internal.history;

import org.jspecify.annotations.NullMarked;
