package dev.winnow.web.internal.workbench;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A state of the user's work. A step is undone by returning to the state before it. Immutable.
 *
 * @param given the pack and the universe, without added candidates
 * @param added own candidates of the user; null if there are none
 * @param base the pack and the universe with added candidates, without the answers of this session
 * @param answers the answers of this session, as a file of the form of questions; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Work(
        ScreeningRequest given, @Nullable AddedCandidates added, ScreeningRequest base, byte @Nullable [] answers) {

    public static Work of(ScreeningRequest given) {
        return new Work(given, null, given, null);
    }

    /** Returns this work with another pack or universe, to which the added candidates are added. */
    public Work over(ScreeningRequest other) {
        return allOver(other).apply(this);
    }

    /**
     * Returns the function that gives states another pack or universe. States with the same candidates then share their
     * universe, as before.
     */
    public static UnaryOperator<Work> allOver(ScreeningRequest other) {
        IdentityHashMap<AddedCandidates, ScreeningRequest> bases = new IdentityHashMap<>();
        return work -> {
            AddedCandidates own = work.added;
            ScreeningRequest base = own == null ? other : bases.computeIfAbsent(own, one -> one.over(other));
            return new Work(other, own, base, work.answers);
        };
    }

    /** Returns this work with other candidates instead of those added before; null for none. */
    public Work adding(@Nullable AddedCandidates candidates) {
        return new Work(given, candidates, candidates == null ? given : candidates.over(given), answers);
    }

    public Work answered(byte @Nullable [] file) {
        return new Work(given, added, base, file);
    }

    /** Whether another state differs at most in its answers. */
    @SuppressWarnings("ReferenceEquality") // pack and universe are replaced, never changed
    public boolean isOverBaseOf(Work other) {
        return base == other.base;
    }

    /** Returns the universe with the answers of this session; null if there are none. */
    @Nullable
    public LaidAnswers laid() throws UnreadableTable {
        if (answers == null) {
            return null;
        }
        Universe universe = base.universe();
        return LaidAnswers.over(universe, new AnswerFileReader(universe).readJson("answers.json", answers));
    }
}
