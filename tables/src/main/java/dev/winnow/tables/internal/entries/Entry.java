package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A single entry of a universe.
 *
 * @param kind what it is
 * @param holder the id of the entry in which it stands; null where it stands in the universe itself
 * @param node what it says, as a universe file has it, without the entries that it holds
 */
public record Entry(EntryKind kind, @Nullable String holder, Node node) {

    /** Its id; empty if it has none. */
    public String id() {
        Node id = node.isMap() ? node.get("id") : null;
        return id == null ? "" : id.text().strip();
    }
}
