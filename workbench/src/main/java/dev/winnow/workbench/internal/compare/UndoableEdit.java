package dev.winnow.workbench.internal.compare;

import dev.winnow.model.source.Change;
import dev.winnow.model.source.SmallWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit between two editions that can be undone separately.
 *
 * @param number from 1, in the order of places
 * @param of the edited files
 * @param changes its changes; several if none is valid without the others
 * @param source the source that the new fact or its entry names; null for an edit of the pack, or if none is named
 * @param flips number of verdicts that it flips alone or together with others
 * @param moves number of other assessments that would differ without it
 */
public record UndoableEdit(
        int number,
        Subject of,
        List<Change> changes,
        @Nullable String source,
        int flips,
        int moves) {

    /** The edited files. */
    @SmallWords
    public enum Subject {
        PACK,
        UNIVERSE
    }

    public UndoableEdit {
        changes = List.copyOf(changes);
    }
}
