package dev.winnow.tables.cells;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A table of which a thread of its own reads some rows ahead, so that taking a file apart and making entries of its rows go on
 * side by side. Short tables are read without one, and so are all where there is one processor. For one reader at a time.
 */
public final class ReadAheadSheet implements Sheet {

    /** So many rows are read without a thread: it would take longer to start. */
    private static final int SHORT = 1_000;

    private static final int PART = 250;

    /** So many parts wait at most. */
    private static final int WAITING = 4;

    private final Sheet sheet;
    private final int alone;
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(WAITING);
    private int read;
    private @Nullable Thread reader;
    private Deque<Row> rows = new ArrayDeque<>();
    private @Nullable Part last;
    private volatile boolean closed;

    /**
     * Some rows, and what comes after them.
     *
     * @param ended whether they are the last
     * @param failure why no more can be read; null if more can, or nothing is left
     */
    private record Part(
            List<Row> rows, boolean ended, @Nullable Throwable failure) {}

    /** A table as it is where there is one processor. */
    public static Sheet of(Sheet sheet) {
        return Runtime.getRuntime().availableProcessors() > 1 ? new ReadAheadSheet(sheet, SHORT) : sheet;
    }

    /** @param alone so many rows are read without a thread */
    ReadAheadSheet(Sheet sheet, int alone) {
        this.sheet = sheet;
        this.alone = alone;
    }

    @Override
    public String file() {
        return sheet.file();
    }

    @Override
    public @Nullable String name() {
        return sheet.name();
    }

    @Override
    public char separator() {
        return sheet.separator();
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        if (read < alone) {
            read++;
            return sheet.next();
        }
        if (reader == null) {
            reader = new Thread(this::readAhead, "rows");
            reader.setDaemon(true);
            reader.start();
        }
        while (rows.isEmpty()) {
            if (last != null) {
                return end(last);
            }
            Part part = taken();
            rows = new ArrayDeque<>(part.rows());
            last = part.ended() ? part : null;
        }
        return rows.remove();
    }

    private static @Nullable Row end(Part last) throws IOException, UnreadableTable {
        Throwable failure = last.failure();
        if (failure instanceof IOException unread) {
            throw unread;
        }
        if (failure instanceof UnreadableTable unreadable) {
            throw unreadable;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error fault) {
            throw fault;
        }
        return null;
    }

    private Part taken() {
        try {
            return parts.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private void readAhead() {
        try {
            boolean more = true;
            while (more && !closed) {
                Part part = part();
                more = !part.ended();
                parts.put(part);
            }
        } catch (InterruptedException e) {
            // nobody reads on
        }
    }

    private Part part() {
        List<Row> some = new ArrayList<>(PART);
        try {
            while (some.size() < PART) {
                Row row = sheet.next();
                if (row == null) {
                    return new Part(some, true, null);
                }
                some.add(row);
            }
            return new Part(some, false, null);
        } catch (IOException | UnreadableTable | RuntimeException | Error e) { // told where its row is asked for
            return new Part(some, true, e);
        }
    }

    @Override
    public void close() throws IOException {
        Thread reading = reader;
        if (reading != null) {
            closed = true;
            reading.interrupt();
            try {
                reading.join(); // it may be in the middle of a row
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        sheet.close();
    }
}
