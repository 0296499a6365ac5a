package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes entries one by one; {@link #close} ends the whole. */
public interface EntryWriter extends Closeable {

    /**
     * Takes an entry.
     *
     * @param holder the id of the entry in which it stands; null if it stands in the universe itself
     */
    void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException;

    @Override
    default void close() throws IOException {}
}
