package dev.winnow.engine.fused;

/**
 * The rows of a list that meet something, one bit each: those that certainly do, and those that possibly do, the certain
 * ones among them.
 */
final class TriBitSet {

    private final long[] certain;
    private final long[] possible;

    private TriBitSet(int words) {
        certain = new long[words];
        possible = new long[words];
    }

    static TriBitSet none(int words) {
        return new TriBitSet(words);
    }

    /** The bits of the rows that certainly do. */
    long[] certain() {
        return certain;
    }

    /** The bits of the rows that possibly do. */
    long[] possible() {
        return possible;
    }

    /** How many words it takes to mark so many rows. */
    static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    static void set(long[] bits, int row) {
        bits[row / Long.SIZE] |= 1L << row;
    }

    static boolean isSet(long[] bits, int row) {
        return (bits[row / Long.SIZE] >>> row & 1) != 0;
    }

    /** Makes these the rows that both of two are. */
    void setBoth(TriBitSet one, TriBitSet other) {
        for (int word = 0; word < possible.length; word++) {
            certain[word] = one.certain[word] & other.certain[word];
            possible[word] = one.possible[word] & other.possible[word];
        }
    }

    /** Makes these the other rows: what does not possibly, certainly does not, and what does not certainly, possibly does not. Marks that stand for no row are set as well. */
    void turnRound() {
        for (int word = 0; word < possible.length; word++) {
            long others = ~possible[word];
            possible[word] = ~certain[word];
            certain[word] = others;
        }
    }
}
