package dev.winnow.analysis.internal.compare;

import dev.winnow.model.source.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit between two editions that can be undone separately.
 *
 * @param number from 1, in the order of places
 * @param ofPack whether it is an edit of the pack; otherwise of the universe
 * @param changes its changes; several if none is valid without the others
 * @param source the source that the new fact or its entry names; null for an edit of the pack, or if none is named
 * @param flips number of verdicts that it flips alone or together with others
 * @param moves number of other assessments that would differ without it
 */
public record UndoableEdit(
        int number,
        boolean ofPack,
        List<Change> changes,
        @Nullable String source,
        int flips,
        int moves) {

    public UndoableEdit {
        changes = List.copyOf(changes);
    }
}
