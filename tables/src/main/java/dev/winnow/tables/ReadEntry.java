package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.tables.internal.entries.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was read and is not yet checked.
 *
 * @param at the row of the entry; null in a document
 * @param merged further rows about the same entry
 */
record ReadEntry(TableRows.@Nullable TableRow at, Entry entry, List<TableRows.TableRow> merged) {

    ReadEntry(TableRows.@Nullable TableRow at, Entry entry) {
        this(at, entry, List.of());
    }

    ReadEntry with(TableRows.TableRow further, Node whole) {
        List<TableRows.TableRow> more = new ArrayList<>(merged);
        more.add(further);
        return new ReadEntry(at, new Entry(entry.kind(), entry.holder(), whole), more);
    }

    /** Whether the content spans several places: a part of a document, or several rows. */
    boolean hasOwnPlaces() {
        return at == null || at.row().own() != null || !merged.isEmpty();
    }
}
