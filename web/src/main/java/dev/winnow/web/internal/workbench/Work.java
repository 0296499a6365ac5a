package dev.winnow.web.internal.workbench;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A state of the user's work. A step is undone by returning to the files before it. Immutable.
 *
 * @param files the files of the work
 * @param given the pack and the universe, without added candidates
 * @param added own candidates of the user, as the files have them; null if none are screened
 * @param base the pack and the universe with added candidates, without the answers
 */
public record Work(
        WorkFiles files, ScreeningRequest given, @Nullable AddedCandidates added, ScreeningRequest base) {

    /** Returns a work without files. */
    public static Work of(ScreeningRequest given) {
        return new Work(WorkFiles.NONE, given, null, given);
    }

    /** Returns this work with other candidates instead of those added before; null for none. */
    Work adding(@Nullable AddedCandidates candidates) {
        return new Work(files, given, candidates, candidates == null ? given : candidates.over(given));
    }

    /** Returns this work with another pack or universe, to which the added candidates are added. */
    public Work over(ScreeningRequest other) {
        return new Work(files, other, added, added == null ? other : added.over(other));
    }

    /** Returns this work with other files of the same candidates. */
    Work with(WorkFiles other) {
        return new Work(other, given, added, base);
    }

    /** Whether other files have the same candidates. */
    boolean hasCandidatesOf(WorkFiles other) {
        return Arrays.equals(files.get(KeptWork.SETTINGS), other.get(KeptWork.SETTINGS))
                && files.within(KeptWork.LISTS).equals(other.within(KeptWork.LISTS));
    }

    /** Returns the answers, as a file of the form of questions; null if there are none. */
    public byte @Nullable [] answers() {
        return files.get(KeptWork.ANSWERS);
    }

    /** Whether another state differs at most in its answers. */
    @SuppressWarnings("ReferenceEquality") // pack and universe are replaced, never changed
    public boolean isOverBaseOf(Work other) {
        return base == other.base;
    }

    /** Whether another state has the same screening. */
    boolean screensAs(Work other) {
        return isOverBaseOf(other) && Arrays.equals(answers(), other.answers());
    }

    /** Returns the universe with the answers; null if there are none. */
    @Nullable
    public LaidAnswers laid() throws UnreadableTable {
        byte[] answers = answers();
        if (answers == null) {
            return null;
        }
        Universe universe = base.universe();
        return LaidAnswers.over(universe, new AnswerFileReader(universe).readJson(KeptWork.ANSWERS, answers));
    }
}
