package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue that keeps its first entries in memory and the others in a temporary file, which is deleted when the queue is
 * closed or the process ends. All values of an entry read from the file have the place of the entry.
 */
public final class EntrySpool implements Closeable {

    /** Number of entries kept in memory. */
    private static final int KEPT = 2_000;

    private final List<Node> first = new ArrayList<>();
    private long waiting;
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;

    /** Consumes an entry. */
    public interface Sink<T> {
        void accept(T entry) throws IOException;
    }

    /** Adds a valid entry. */
    public void add(Node entry) throws IOException {
        if (first.size() < KEPT) {
            first.add(entry);
            return;
        }
        DataOutputStream to = out == null ? open() : out;
        Place place = entry.place();
        write(place.file(), to);
        to.writeBoolean(place.sheet() != null);
        if (place.sheet() != null) {
            write(place.sheet(), to);
        }
        to.writeInt(place.line());
        write(entry, to);
        waiting++;
    }

    private DataOutputStream open() throws IOException {
        FileChannel channel = FileChannel.open(
                Files.createTempFile("winnow", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        DataOutputStream opened = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        file = channel;
        out = opened;
        return opened;
    }

    /** Passes all entries on, in order. */
    public void each(Sink<Node> sink) throws IOException {
        for (Node entry : first) {
            sink.accept(entry);
        }
        FileChannel channel = file;
        if (channel == null || out == null) {
            return;
        }
        out.flush();
        long end = channel.position();
        channel.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        for (long left = waiting; left > 0; left--) {
            String name = text(in);
            String sheet = in.readBoolean() ? text(in) : null;
            sink.accept(read(Place.cell(name, sheet, in.readInt(), 1), in));
        }
        channel.position(end);
    }

    private static void write(Node node, DataOutputStream to) throws IOException {
        switch (node.kind()) {
            case NULL -> to.writeByte('n');
            case SCALAR -> {
                to.writeByte('s');
                write(node.text(), to);
            }
            case LIST -> {
                to.writeByte('l');
                to.writeInt(node.items().size());
                for (Node item : node.items()) {
                    write(item, to);
                }
            }
            case MAP -> {
                to.writeByte('m');
                to.writeInt(node.each().size());
                for (Node.Field field : node.each()) {
                    write(field.key(), to);
                    write(field.value(), to);
                }
            }
        }
    }

    private static Node read(Place place, DataInputStream from) throws IOException {
        byte kind = from.readByte();
        if (kind == 'n') {
            return Node.nothing(place);
        }
        if (kind == 's') {
            return Node.scalar(place, text(from));
        }
        boolean map = kind == 'm';
        List<Node> items = new ArrayList<>();
        List<Node.Field> fields = new ArrayList<>();
        for (int left = from.readInt(); left > 0; left--) {
            if (map) {
                fields.add(new Node.Field(text(from), place, read(place, from)));
            } else {
                items.add(read(place, from));
            }
        }
        return map ? Node.map(place, fields) : Node.list(place, items);
    }

    private static void write(String text, DataOutputStream to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
