package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.join.JoinStep.Equality;
import org.jspecify.annotations.Nullable;

/**
 * The look-ups in a city by a candidate's own values, each made once for a candidate, however many rules need it. Not
 * thread-safe.
 */
final class Lookups {

    /** By the number of the look-up: the rows found, and the turn in which they were. */
    private final @Nullable TriBitSet[] found;

    /** By the number of the look-up, room for rows. */
    private final @Nullable TriBitSet[] rooms;

    private final int[] foundIn;
    private @Nullable CandidateProfile candidate;
    private int turn;

    /** @param lookups the number of look-ups */
    Lookups(int lookups) {
        found = new TriBitSet[lookups];
        rooms = new TriBitSet[lookups];
        foundIn = new int[lookups];
    }

    /** Selects a candidate; what was looked up for it remains if it is the one selected before. */
    void select(CandidateProfile profile) {
        if (candidate != profile) {
            candidate = profile;
            turn++;
        }
    }

    /** The number of candidates selected so far, the present one included. */
    int turn() {
        return turn;
    }

    CandidateProfile candidate() {
        CandidateProfile selected = candidate;
        if (selected == null) {
            throw new IllegalStateException("no candidate");
        }
        return selected;
    }

    /**
     * The rows of a city that the candidate looks up.
     *
     * @param key one of the candidate's own values
     * @param index the index of the rows to look up; the same for the same key
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
            bits = index.find(candidate().sought(number), key.many(), key.negated(), room);
            found[number] = bits;
            foundIn[number] = turn;
        }
        return bits;
    }
}
