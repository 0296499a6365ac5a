/** The database of records: append-only, in SQLite or PostgreSQL, each record chained to the one before it by a hash. */
@NullMarked
package dev.winnow.records.internal.store;

import org.jspecify.annotations.NullMarked;
