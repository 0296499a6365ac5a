package dev.winnow.tables.entries;

import java.util.Arrays;

/**
 * The set of ids that were taken, each with its row. It keeps a hash of 64 bits of each rather than the id, so that a
 * million take 24 MB: of a million ids two have the same hash once in some forty million lists.
 */
public final class TakenIds {

    /** The id was not taken before. */
    public static final int FRESH = -1;

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    /** Takes an id; the row that has it already, or {@link #FRESH}. */
    public int add(String id, int row) {
        if (2 * size >= hashes.length) {
            grow();
        }
        long hash = hash(id);
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            return rows[slot];
        }
        hashes[slot] = hash;
        rows[slot] = row;
        size++;
        return FRESH;
    }

    /** Whether an id was taken. */
    public boolean has(String id) {
        long hash = hash(id);
        return hashes[slot(hash)] == hash;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = hashes;
        int[] oldRows = rows;
        hashes = new long[2 * old.length];
        rows = Arrays.copyOf(new int[0], hashes.length);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int slot = slot(old[i]);
                hashes[slot] = old[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    private static long hash(String id) {
        long hash = OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        hash *= MIX;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
