/** What stands in a record: a screening or a decision, who made it and when; and the bytes that are hashed. */
@NullMarked
package dev.winnow.records.internal.entry;

import org.jspecify.annotations.NullMarked;
