package dev.winnow.records.internal.store;

import dev.winnow.records.internal.entry.RecordEntry;

/**
 * A stored record.
 *
 * @param number its number, from 1
 * @param entry its statement
 * @param previous the hash of the preceding record
 * @param hash its own hash: SHA-256 over {@code previous} and its bytes
 */
public record StoredRecord(long number, RecordEntry entry, String previous, String hash) {}
