package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.join.JoinStep.Equality;
import org.jspecify.annotations.Nullable;

/**
 * The look-ups in a city by a candidate's own values. Each is made once per candidate and shared by rules. Not
 * thread-safe.
 */
final class Lookups {

    /** The rows found by each look-up, and the turn in which they were found. */
    private final @Nullable TriBitSet[] found;

    /** Reusable bit sets, by look-up. */
    private final @Nullable TriBitSet[] rooms;

    private final int[] foundIn;
    private @Nullable CandidateProfile candidate;
    private int turn;

    Lookups(int lookups) {
        found = new TriBitSet[lookups];
        rooms = new TriBitSet[lookups];
        foundIn = new int[lookups];
    }

    /** Selects a candidate. Keeps the results if it is already selected. */
    void select(CandidateProfile profile) {
        if (candidate != profile) {
            candidate = profile;
            turn++;
        }
    }

    /** The number of candidates selected so far, including the current one. */
    int turn() {
        return turn;
    }

    CandidateProfile candidate() {
        CandidateProfile selected = candidate;
        if (selected == null) {
            throw new IllegalStateException("no candidate selected");
        }
        return selected;
    }

    /**
     * The rows that the candidate looks up.
     *
     * @param key an equality whose value is one of the candidate's own
     * @param index the index of the rows; always the same for the same key
     */
    TriBitSet find(Equality key, Index index) {
        int number = key.shared();
        TriBitSet bits = found[number];
        if (bits == null || foundIn[number] != turn) {
            TriBitSet room = rooms[number];
            if (room == null) {
                room = TriBitSet.none(index.words());
                rooms[number] = room;
            }
            bits = index.find(candidate().probeKey(number), key.many(), key.negated(), room);
            found[number] = bits;
            foundIn[number] = turn;
        }
        return bits;
    }
}
