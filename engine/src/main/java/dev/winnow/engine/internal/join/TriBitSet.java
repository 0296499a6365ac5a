package dev.winnow.engine.internal.join;

/**
 * A three-valued bit set over the rows of a list: the rows that certainly match, and those that possibly do, the
 * certain ones included.
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

    /** No rows. */
    static TriBitSet none(int words) {
        return new TriBitSet(words, -1);
    }

    /** No rows, to become one of the numbered sets of an index. */
    static TriBitSet numbered(int words, int number) {
        return new TriBitSet(words, number);
    }

    /** The number of this set among those of an index that never change; -1 if it is none of them. */
    int number() {
        return number;
    }

    /** The bits of the rows that certainly match. */
    long[] certain() {
        return certain;
    }

    /** The bits of the rows that possibly match. */
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

    /** Sets this to the intersection of two bit sets. */
    void setBoth(TriBitSet one, TriBitSet other) {
        for (int word = 0; word < possible.length; word++) {
            certain[word] = one.certain[word] & other.certain[word];
            possible[word] = one.possible[word] & other.possible[word];
        }
    }

    /**
     * Negates this: rows that do not possibly match certainly do not, and rows that do not certainly match possibly do
     * not. Bits beyond the last row are set as well.
     */
    void turnRound() {
        for (int word = 0; word < possible.length; word++) {
            long others = ~possible[word];
            possible[word] = ~certain[word];
            certain[word] = others;
        }
    }
}
