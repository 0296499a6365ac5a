package dev.winnow.engine.fused;

import dev.winnow.engine.fused.FusedStep.Equality;
import org.jspecify.annotations.Nullable;

/**
 * What candidates look up in a city by their own values: once for a candidate, whatever the number of rules that ask for it.
 * One thread.
 */
final class FusedLookups {

    /** By the number of the look-up: the rows that it finds, and in whose turn it did. */
    private final @Nullable TriBitSet[] found;

    private final int[] foundIn;
    private @Nullable FusedProfile candidate;
    private int turn;

    /** @param lookups how many there are */
    FusedLookups(int lookups) {
        found = new TriBitSet[lookups];
        foundIn = new int[lookups];
    }

    /** Turns to a candidate. */
    void select(FusedProfile profile) {
        candidate = profile;
        turn++;
    }

    /** Which turn it is; the first is 1. */
    int turn() {
        return turn;
    }

    FusedProfile candidate() {
        FusedProfile selected = candidate;
        if (selected == null) {
            throw new IllegalStateException("no candidate");
        }
        return selected;
    }

    /**
     * The rows of a city that the candidate looks up.
     *
     * @param key one of the candidate's own values
     * @param index of the rows that it looks up by that; the same for the same key
     */
    TriBitSet find(Equality key, Index index) {
        int number = key.shared();
        TriBitSet bits = found[number];
        if (bits == null) {
            bits = TriBitSet.none(index.words());
            found[number] = bits;
        }
        if (foundIn[number] != turn) {
            foundIn[number] = turn;
            index.find(candidate().sought(number), key.many(), key.negated(), bits);
        }
        return bits;
    }
}
