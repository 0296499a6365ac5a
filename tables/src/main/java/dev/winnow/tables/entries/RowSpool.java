package dev.winnow.tables.entries;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of one kind that are kept until all columns are known. */
final class RowSpool implements Closeable, Spool.Form<Map<String, String>> {

    /** So many rows are kept in memory. */
    private static final int MOST = 5_000;

    private final Spool.Words names = new Spool.Words();
    private final Spool<Map<String, String>> rows = new Spool<>(MOST, this);

    void add(Map<String, String> row) throws IOException {
        row.keySet().forEach(names::number);
        rows.add(row);
    }

    /** The names of all columns that any row fills, in the order in which they were first filled. */
    List<String> names() {
        return names.all();
    }

    /** Goes through all rows, in their order. */
    void each(Spool.Taker<Map<String, String>> taker) throws IOException {
        rows.each(taker);
    }

    @Override
    public void write(Map<String, String> row, DataOutputStream to) throws IOException {
        to.writeInt(row.size());
        for (Map.Entry<String, String> cell : row.entrySet()) {
            to.writeInt(names.number(cell.getKey()));
            Spool.write(cell.getValue(), to);
        }
    }

    @Override
    public Map<String, String> read(DataInputStream from) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int cells = from.readInt(); cells > 0; cells--) {
            row.put(names.word(from.readInt()), Spool.text(from));
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
