package dev.winnow.tables.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that wait to be checked. For entries in the temporary file, the place is reduced to the file and line of the
 * whole entry.
 */
public final class NodeSpool implements Closeable, Spool.Form<Node> {

    /** So many entries are kept in memory. */
    private static final int MOST = 2_000;

    /** What a node is, in the file. */
    private static final byte SCALAR = 0;

    private static final byte LIST = 1;
    private static final byte MAP = 2;
    private static final byte NOTHING = 3;

    /** Keys and names of files, which are few. */
    private final Spool.Words names = new Spool.Words();

    private final Spool<Node> entries = new Spool<>(MOST, this);

    /** Adds an entry that is whole. */
    public void add(Node node) throws IOException {
        entries.add(node);
    }

    /** Goes through all entries, in their order. */
    public void each(Spool.Taker<Node> taker) throws IOException {
        entries.each(taker);
    }

    @Override
    public void write(Node node, DataOutputStream to) throws IOException {
        Place place = node.place();
        to.writeInt(names.number(place.file()));
        to.writeInt(place.sheet() == null ? -1 : names.number(place.sheet()));
        to.writeInt(place.line());
        writePart(node, to);
    }

    private void writePart(Node node, DataOutputStream to) throws IOException {
        switch (node.kind()) {
            case SCALAR -> {
                to.writeByte(SCALAR);
                Spool.write(node.text(), to);
            }
            case LIST -> {
                to.writeByte(LIST);
                to.writeInt(node.items().size());
                for (Node item : node.items()) {
                    writePart(item, to);
                }
            }
            case MAP -> {
                to.writeByte(MAP);
                to.writeInt(node.each().size());
                for (Node.Field field : node.each()) {
                    to.writeInt(names.number(field.key()));
                    writePart(field.value(), to);
                }
            }
            case NULL -> to.writeByte(NOTHING);
        }
    }

    @Override
    public Node read(DataInputStream from) throws IOException {
        String file = names.word(from.readInt());
        int sheet = from.readInt();
        return readPart(Place.cell(file, sheet < 0 ? null : names.word(sheet), from.readInt(), 1), from);
    }

    private Node readPart(Place place, DataInputStream from) throws IOException {
        byte kind = from.readByte();
        if (kind == SCALAR) {
            return Node.scalar(place, Spool.text(from));
        }
        if (kind == NOTHING) {
            return Node.nothing(place);
        }
        int size = from.readInt();
        if (kind == LIST) {
            List<Node> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(readPart(place, from));
            }
            return Node.list(place, items);
        }
        List<Node.Field> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String key = names.word(from.readInt());
            fields.add(new Node.Field(key, place, readPart(place, from)));
        }
        return Node.map(place, fields);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
