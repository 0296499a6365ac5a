/**
 * The database of records: append-only, in SQLite or PostgreSQL, with each record chained to the preceding one by a
 * hash.
 */
@NullMarked
package dev.winnow.records.internal.store;

import org.jspecify.annotations.NullMarked;
