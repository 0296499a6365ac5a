package dev.winnow.workbench.edit;

import dev.winnow.model.source.Change;
import java.util.List;
import java.util.Set;

/** An edit of a pack that can be undone by itself: a smallest set of changes without which the rest is a valid pack. */
public final class PackEdit {

    private final Set<String> keys;
    private final List<Change> changes;

    PackEdit(Set<String> keys, List<Change> changes) {
        this.keys = Set.copyOf(keys);
        this.changes = List.copyOf(changes);
    }

    /** {@return the changes of the edit, never empty: several where they are valid only together} */
    public List<Change> changes() {
        return changes;
    }

    /** The keys of its changes within its {@link PackEdits}. */
    Set<String> keys() {
        return keys;
    }
}
