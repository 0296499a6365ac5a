package dev.winnow.records.internal.store;

import dev.winnow.model.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How records are chained: each has a hash over the one before it and its own bytes. */
final class Chain {

    /** What the first record follows. */
    static final String START = "0".repeat(64);

    /** The largest number of a record, far from where counting on overflows. */
    private static final long MAX_NUMBER = 999_999_999_999_999_999L;

    private Chain() {}

    /** The hash of a record. */
    static String hash(String previous, byte[] body) {
        byte[] before = previous.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + body.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        return Sha256.of(all);
    }

    /** A row as it stands in the database. */
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

        /** Its place among the records. */
        long number() {
            return number;
        }

        /** The bytes that are hashed. */
        byte[] body() {
            return body.clone();
        }

        /** The hash of the record before it, as it is written. */
        String previous() {
            return previous;
        }

        /** Its own hash, as it is written. */
        String hash() {
            return hash;
        }

        /** Whether its hash is that of its bytes. */
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

    /** The number and the hash of the last record, as the database keeps them. */
    record Head(long number, String hash) {

        /** What an empty chain ends with. */
        static final Head NONE = new Head(0, START);
    }

    /** Whether records can have a number: those that the command line takes. */
    static boolean isNumber(long number) {
        return number > 0 && number <= MAX_NUMBER;
    }
}
