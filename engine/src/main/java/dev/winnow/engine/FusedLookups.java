package dev.winnow.engine;

import dev.winnow.engine.FusedStep.Equality;
import org.jspecify.annotations.Nullable;

/**
 * What candidates look up in a city by their own values: once for a candidate, whatever the number of rules that ask for it.
 * One thread.
 */
final class FusedLookups {

    /** By the number of the look-up: the rows that it finds, and in whose turn it did. */
    private final @Nullable Marks[] found;

    private final int[] foundIn;
    private @Nullable FusedProfile candidate;
    private int turn;

    /** @param lookups how many there are */
    FusedLookups(int lookups) {
        found = new Marks[lookups];
        foundIn = new int[lookups];
    }

    /** Turns to a candidate. */
    void turnTo(FusedProfile profile) {
        candidate = profile;
        turn++;
    }

    /** Which turn it is; the first is 1. */
    int turn() {
        return turn;
    }

    FusedProfile candidate() {
        FusedProfile turnedTo = candidate;
        if (turnedTo == null) {
            throw new IllegalStateException("no candidate");
        }
        return turnedTo;
    }

    /**
     * The rows of a city that the candidate looks up.
     *
     * @param key one of the candidate's own values
     * @param index of the rows that it looks up by that; the same for the same key
     */
    Marks find(Equality key, Index index) {
        int number = key.shared();
        Marks marks = found[number];
        if (marks == null) {
            marks = Marks.none(index.words());
            found[number] = marks;
        }
        if (foundIn[number] != turn) {
            foundIn[number] = turn;
            index.find(candidate().sought(number), key.many(), key.negated(), marks);
        }
        return marks;
    }
}
