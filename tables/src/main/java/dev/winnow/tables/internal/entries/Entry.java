package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a universe.
 *
 * @param kind kind of the entry
 * @param holder id of the entry that contains it; null if the universe itself does
 * @param node content in the form of universe files, without contained entries
 */
public record Entry(EntryKind kind, @Nullable String holder, Node node) {

    /** The id; empty if there is none. */
    public String id() {
        Node id = node.isMap() ? node.get("id") : null;
        return id == null ? "" : id.text().strip();
    }
}
