package dev.winnow.records.internal.store;

import dev.winnow.model.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The chain of records: each has a hash over the previous hash and its own bytes. */
final class Chain {

    /** The previous hash of the first record. */
    static final String START = "0".repeat(64);

    /** Maximum number of a record, far below overflow. */
    private static final long MAX_NUMBER = 999_999_999_999_999_999L;

    private Chain() {}

    /** Computes the hash of a record. */
    static String hash(String previous, byte[] body) {
        byte[] before = previous.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + body.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        return Sha256.of(all);
    }

    /** A row of the database. */
    static final class Row {

        private final long number;
        private final byte[] body;
        private final String previous;
        private final String hash;

        Row(long number, byte[] body, String previous, String hash) {
            this.number = number;
            this.body = body.clone();
            this.previous = previous;
            this.hash = hash;
        }

        long number() {
            return number;
        }

        /** The bytes that are hashed. */
        byte[] body() {
            return body.clone();
        }

        /** The stored hash of the preceding record. */
        String previous() {
            return previous;
        }

        /** The stored hash of this record. */
        String hash() {
            return hash;
        }

        /** Whether the stored hash matches the bytes. */
        boolean isWhole() {
            return hash.equals(Chain.hash(previous, body));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row
                    && number == row.number
                    && Arrays.equals(body, row.body)
                    && previous.equals(row.previous)
                    && hash.equals(row.hash);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    /** A row without its bytes. */
    record Link(long number, String previous, String hash) {}

    /** The mark of the last record: its number and hash, as stored in the database. */
    record Head(long number, String hash) {

        /** The mark of an empty chain. */
        static final Head NONE = new Head(0, START);
    }

    /** Whether a record can have a number, within the range that the command line accepts. */
    static boolean isNumber(long number) {
        return number > 0 && number <= MAX_NUMBER;
    }
}
