package dev.winnow.web.internal.journal;

import java.util.List;

/**
 * An entry of a journal. Immutable.
 *
 * @param kind its kind
 * @param what the step as the user undoes it, in the language of the workspace; empty for other kinds
 * @param joins whether a step belongs to the one before it, so that both are undone together
 * @param edits the changes of files; empty for undo and redo
 */
public record JournalEntry(Kind kind, String what, boolean joins, List<FileEdit> edits) {

    /** Kinds of entries. */
    public enum Kind {
        /** A step that can be undone. */
        STEP,
        UNDO,
        REDO,
        /** A change that undo leaves alone, such as of unsaved rules. */
        CHANGE,
        /** Files outside the work that are written next, such as those of the pack: all, or none. */
        SAVE,
        /** The files of the save before it were written, or given up. */
        SAVED
    }

    public JournalEntry {
        edits = List.copyOf(edits);
    }

    /** Returns an entry without edits. */
    public static JournalEntry of(Kind kind) {
        return new JournalEntry(kind, "", false, List.of());
    }

    /** Returns an entry with edits. */
    public static JournalEntry of(Kind kind, List<FileEdit> edits) {
        return new JournalEntry(kind, "", false, edits);
    }
}
