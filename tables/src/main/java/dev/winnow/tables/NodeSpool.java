package dev.winnow.tables;

import dev.winnow.model.Node;
import dev.winnow.model.Place;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries that wait to be judged: the first in memory, the others in a temporary file that is gone once the spool is closed, or
 * the process ends. Of the file of places and of their lines those of the whole entry are kept.
 */
final class NodeSpool implements Closeable {

    /** So many entries are kept in memory. */
    private static final int MOST = 2_000;

    private static final int BUFFER = 1 << 16;

    /** What a node is, in the file. */
    private static final byte SCALAR = 0;

    private static final byte LIST = 1;
    private static final byte MAP = 2;

    /** What is done with an entry. */
    interface Taker {
        void take(Node node) throws IOException;
    }

    private final List<Node> first = new ArrayList<>();
    /** Keys and names of files, which are few. */
    private final List<String> names = new ArrayList<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private long waiting;
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;

    /** Adds an entry that is whole. */
    void add(Node node) throws IOException {
        if (first.size() < MOST) {
            first.add(node);
            return;
        }
        DataOutputStream to = out == null ? open() : out;
        Place place = node.place();
        to.writeInt(number(place.file()));
        to.writeInt(place.sheet() == null ? -1 : number(place.sheet()));
        to.writeInt(place.line());
        write(node, to);
        waiting++;
    }

    private DataOutputStream open() throws IOException {
        Path path = Files.createTempFile("winnow", ".entries");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        DataOutputStream opened =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        file = channel;
        out = opened;
        return opened;
    }

    private int number(String name) {
        Integer number = numbers.putIfAbsent(name, names.size());
        if (number == null) {
            names.add(name);
            return names.size() - 1;
        }
        return number;
    }

    private void write(Node node, DataOutputStream to) throws IOException {
        switch (node.kind()) {
            case SCALAR -> {
                to.writeByte(SCALAR);
                byte[] text = node.text().getBytes(StandardCharsets.UTF_8);
                to.writeInt(text.length);
                to.write(text);
            }
            case LIST -> {
                to.writeByte(LIST);
                to.writeInt(node.items().size());
                for (Node item : node.items()) {
                    write(item, to);
                }
            }
            case MAP -> {
                to.writeByte(MAP);
                to.writeInt(node.each().size());
                for (Node.Field field : node.each()) {
                    to.writeInt(number(field.key()));
                    write(field.value(), to);
                }
            }
            case NULL -> throw new IllegalArgumentException("an entry that is whole says something: " + node.place());
        }
    }

    /** Goes through all entries, in their order. */
    void each(Taker taker) throws IOException {
        for (Node node : first) {
            taker.take(node);
        }
        FileChannel channel = file;
        if (channel == null || out == null) {
            return;
        }
        out.flush();
        long end = channel.position();
        channel.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
        for (long left = waiting; left > 0; left--) {
            String name = names.get(in.readInt());
            int sheet = in.readInt();
            Place place = Place.cell(name, sheet < 0 ? null : names.get(sheet), in.readInt(), 1);
            taker.take(read(place, in));
        }
        channel.position(end);
    }

    private Node read(Place place, DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int size = in.readInt();
        if (kind == SCALAR) {
            return Node.scalar(place, new String(in.readNBytes(size), StandardCharsets.UTF_8));
        }
        if (kind == LIST) {
            List<Node> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(read(place, in));
            }
            return Node.list(place, items);
        }
        List<Node.Field> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String key = names.get(in.readInt());
            fields.add(new Node.Field(key, place, read(place, in)));
        }
        return Node.map(place, fields);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
