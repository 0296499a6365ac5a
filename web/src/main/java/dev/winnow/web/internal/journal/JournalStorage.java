package dev.winnow.web.internal.journal;

import java.io.Closeable;
import java.io.IOException;

/** The place of a journal. A line counts once {@link #sync} returned; a power cut can lose or tear lines after that. */
public interface JournalStorage extends Closeable {

    /** Returns everything that was written. */
    byte[] read() throws IOException;

    /** Adds bytes at the end. */
    void append(byte[] bytes) throws IOException;

    /** Makes everything added so far outlast a power cut. */
    void sync() throws IOException;

    /** Removes everything after a length. */
    void truncate(long length) throws IOException;

    /** Replaces everything; a power cut leaves the old content or the new one. */
    void replace(byte[] bytes) throws IOException;

    @Override
    default void close() throws IOException {}
}
