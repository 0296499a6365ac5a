package dev.winnow.tables.internal.cells;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A table whose next rows are read in another thread while the caller processes earlier ones. Short tables, and all
 * tables on one processor, are read by the caller. For a single reader.
 */
public final class ReadAheadSheet extends Sheet {

    /**
     * Number of rows read by the caller before reading ahead starts, since starting a thread takes longer than reading
     * them.
     */
    private static final int SHORT = 1_000;

    private static final int PART = 1_000;

    private final Sheet sheet;
    private final int alone;
    private int read;
    private Part part = new Part(new ArrayDeque<>(), false, null);
    private @Nullable CompletableFuture<Part> coming;

    /**
     * A block of rows.
     *
     * @param last whether it is the last block
     * @param failure reason why the next row cannot be read; null if there is none
     */
    private record Part(
            Queue<Row> rows, boolean last, @Nullable Throwable failure) {}

    /** A table that is read ahead; the table itself on one processor. */
    public static Sheet of(Sheet sheet) {
        return Runtime.getRuntime().availableProcessors() > 1 ? new ReadAheadSheet(sheet, SHORT) : sheet;
    }

    /** @param alone number of rows read by the caller before reading ahead starts */
    ReadAheadSheet(Sheet sheet, int alone) {
        super(sheet);
        this.sheet = sheet;
        this.alone = alone;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        if (read < alone) {
            read++;
            return sheet.next();
        }
        while (part.rows.isEmpty()) {
            if (part.last) {
                return end(part.failure);
            }
            part = coming == null ? part() : coming.join();
            coming = part.last ? null : CompletableFuture.supplyAsync(this::part);
        }
        return part.rows.remove();
    }

    private static @Nullable Row end(@Nullable Throwable failure) throws IOException, UnreadableTable {
        if (failure instanceof IOException unread) {
            throw unread;
        }
        if (failure instanceof UnreadableTable unreadable) {
            throw unreadable;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        return null;
    }

    private Part part() {
        Queue<Row> rows = new ArrayDeque<>();
        try {
            while (rows.size() < PART) {
                Row row = sheet.next();
                if (row == null) {
                    return new Part(rows, true, null);
                }
                rows.add(row);
            }
            return new Part(rows, false, null);
        } catch (IOException | UnreadableTable | RuntimeException e) { // Thrown when the caller reaches this row.
            return new Part(rows, true, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (coming != null) {
            coming.join(); // The other thread may be in the middle of a row.
        }
        sheet.close();
    }
}
