package dev.winnow.records.internal.store;

import dev.winnow.records.internal.entry.RecordEntry;

/**
 * A record as it stands.
 *
 * @param number its number, from 1
 * @param entry what it says
 * @param previous the hash of the record before it
 * @param hash its own: SHA-256 over {@code previous} and its bytes
 */
public record StoredRecord(long number, RecordEntry entry, String previous, String hash) {}
