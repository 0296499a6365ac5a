package dev.winnow.engine.internal.join;

/**
 * A three-valued bit set over the rows of a list: the rows that certainly match, and the rows that possibly match,
 * which include the certain ones.
 */
final class TriBitSet {

    private final long[] certain;
    private final long[] possible;
    private final int number;

    private TriBitSet(int words, int number) {
        this.certain = new long[words];
        this.possible = new long[words];
        this.number = number;
    }

    /** An empty set. */
    static TriBitSet none(int words) {
        return new TriBitSet(words, -1);
    }

    /** An empty set, to be filled as one of the numbered sets of an index. */
    static TriBitSet numbered(int words, int number) {
        return new TriBitSet(words, number);
    }

    /** The number of this set among the numbered sets of its index, which never change; -1 if it has none. */
    int number() {
        return number;
    }

    /** The rows that certainly match, as bits. */
    long[] certain() {
        return certain;
    }

    /** The rows that possibly match, as bits. */
    long[] possible() {
        return possible;
    }

    /** The number of words needed for a number of rows. */
    static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    static void set(long[] bits, int row) {
        bits[row / Long.SIZE] |= 1L << row;
    }

    static boolean isSet(long[] bits, int row) {
        return (bits[row / Long.SIZE] >>> row & 1) != 0;
    }

    /** Sets this to the intersection of two sets. */
    void setBoth(TriBitSet one, TriBitSet other) {
        for (int word = 0; word < possible.length; word++) {
            certain[word] = one.certain[word] & other.certain[word];
            possible[word] = one.possible[word] & other.possible[word];
        }
    }

    /**
     * Negates this set: rows that did not possibly match now certainly match, and rows that did not certainly match now
     * possibly match. Bits beyond the last row are set as well.
     */
    void negate() {
        for (int word = 0; word < possible.length; word++) {
            long others = ~possible[word];
            possible[word] = ~certain[word];
            certain[word] = others;
        }
    }
}
