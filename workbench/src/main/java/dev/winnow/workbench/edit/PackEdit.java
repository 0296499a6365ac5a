package dev.winnow.workbench.edit;

import dev.winnow.model.source.Change;
import java.util.List;
import java.util.Set;

/** An edit of a pack that can be undone by itself: the smallest part of what changed without which the rest is a pack. */
public final class PackEdit {

    private final Set<String> keys;
    private final List<Change> changes;

    PackEdit(Set<String> keys, List<Change> changes) {
        this.keys = Set.copyOf(keys);
        this.changes = List.copyOf(changes);
    }

    /** What it changes, never empty: several places where none makes sense without the others. */
    public List<Change> changes() {
        return changes;
    }

    /** What it is called within the {@link PackEdits} it belongs to. */
    Set<String> keys() {
        return keys;
    }
}
