package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Receives entries one by one; {@link #close} completes the output. */
public interface EntryWriter extends Closeable {

    /**
     * Receives an entry.
     *
     * @param holder id of the entry that contains it; null if the universe itself does
     */
    void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException;

    @Override
    default void close() throws IOException {}
}
