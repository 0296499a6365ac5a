package dev.winnow.analysis.internal.compare;

import dev.winnow.model.source.Change;
import java.util.List;

/**
 * An edit between two editions that can be undone separately.
 *
 * @param number from 1, in the order of places
 * @param ofPack whether it is one of the pack; otherwise of the universe
 * @param changes what it changes; several places where none is valid without the others
 * @param flips how many verdicts flip by it alone or together with others
 * @param moves how many other assessments would come out differently without it
 */
public record UndoableEdit(int number, boolean ofPack, List<Change> changes, int flips, int moves) {

    public UndoableEdit {
        changes = List.copyOf(changes);
    }
}
