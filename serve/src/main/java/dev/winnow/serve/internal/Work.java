package dev.winnow.serve.internal;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import org.jspecify.annotations.Nullable;

/**
 * A state of the user's work. A step is undone by returning to the state before it. Immutable.
 *
 * @param base the pack and the universe with added candidates, without the answers of this session
 * @param answers the answers of this session, as a file of the form of questions; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Work(ScreeningRequest base, byte @Nullable [] answers) {

    static Work of(ScreeningRequest base) {
        return new Work(base, null);
    }

    Work over(ScreeningRequest other) {
        return new Work(other, answers);
    }

    Work answered(byte @Nullable [] given) {
        return new Work(base, given);
    }

    /** Returns the universe with the answers of this session; null if there are none. */
    @Nullable
    LaidAnswers laid() throws UnreadableTable {
        if (answers == null) {
            return null;
        }
        Universe universe = base.universe();
        return LaidAnswers.over(universe, new AnswerFileReader(universe).readJson("answers.json", answers));
    }
}
