package dev.winnow.tables;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that are kept until all columns are known: the first in memory, the others in a temporary file that is
 * gone once the spool is closed, or the process ends.
 */
final class Spool implements Closeable {

    /** So many rows are kept in memory. */
    private static final int MOST = 5_000;

    private static final int BUFFER = 1 << 16;

    /** What is done with a row. */
    interface RowTaker {
        void take(Map<String, String> row) throws IOException;
    }

    private final List<Map<String, String>> first = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;

    void add(Map<String, String> row) throws IOException {
        for (String name : row.keySet()) {
            if (!numbers.containsKey(name)) {
                numbers.put(name, names.size());
                names.add(name);
            }
        }
        if (first.size() < MOST) {
            first.add(row);
        } else {
            write(row, out == null ? open() : out);
        }
    }

    private DataOutputStream open() throws IOException {
        Path path = Files.createTempFile("winnow", ".rows");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        DataOutputStream opened =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        file = channel;
        out = opened;
        return opened;
    }

    private void write(Map<String, String> row, DataOutputStream to) throws IOException {
        to.writeInt(row.size());
        for (Map.Entry<String, String> cell : row.entrySet()) {
            byte[] text = cell.getValue().getBytes(StandardCharsets.UTF_8);
            to.writeInt(numbers.getOrDefault(cell.getKey(), 0));
            to.writeInt(text.length);
            to.write(text);
        }
    }

    /** The names of all columns that any row fills, in the order in which they were first filled. */
    Set<String> names() {
        return new LinkedHashSet<>(names);
    }

    /** Goes through all rows, in their order. */
    void each(RowTaker taker) throws IOException {
        for (Map<String, String> row : first) {
            taker.take(row);
        }
        FileChannel channel = file;
        if (channel == null || out == null) {
            return;
        }
        out.flush();
        long end = channel.position();
        channel.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
        for (long read = 0; read < end; ) {
            Map<String, String> row = new LinkedHashMap<>();
            read += Integer.BYTES;
            for (int cells = in.readInt(); cells > 0; cells--) {
                String name = names.get(in.readInt());
                byte[] text = in.readNBytes(in.readInt());
                row.put(name, new String(text, StandardCharsets.UTF_8));
                read += 2L * Integer.BYTES + text.length;
            }
            taker.take(row);
        }
        channel.position(end);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
