package dev.winnow.model.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a file as bytes, from which it is read again many times faster than from YAML. It refers to the text of the file
 * wherever a value or key stands there as it is, so it is of use only beside the same text.
 */
final class TreeFormat {

    /** What is kept of each node, in the two lowest bits of its first number. */
    private static final int KIND_BITS = 2;

    private static final int SEVEN = 7;
    private static final int LOW_SEVEN = 0x7F;
    private static final int MORE = 0x80;

    /** Deeper trees are not kept, and no damage leads further down. */
    private static final int DEEPEST = 60;

    private static final int SCALAR = 0;
    private static final int NOTHING = 1;
    private static final int LIST = 2;
    private static final int MAP = 3;

    private TreeFormat() {}

    /**
     * The tree as bytes; null if some of it was refused, or it was not read from this text.
     *
     * @param lines the lines of the text
     */
    static byte @Nullable [] write(Node root, String[] lines) {
        Writer writer = new Writer(lines);
        return writer.node(root, 1) ? writer.bytes.toByteArray() : null;
    }

    /**
     * The tree from its bytes; null if they are damaged.
     *
     * @param file the path as the user gave it
     * @param lines the lines of the text
     */
    static @Nullable Node read(byte[] bytes, String file, String[] lines) {
        try {
            Reader reader = new Reader(bytes, file, lines);
            Node root = reader.node(1);
            return reader.at == bytes.length ? root : null;
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            return null;
        }
    }

    private static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String[] lines;
        private int line = 1;

        Writer(String[] lines) {
            this.lines = lines;
        }

        boolean node(Node node, int depth) {
            if (node.cracked() || depth > DEEPEST || !isOfText(node.place())) {
                return false;
            }
            switch (node.kind()) {
                case SCALAR -> {
                    place(node.place(), SCALAR);
                    number(node.length());
                    text(node.text(), node.place());
                }
                case NULL -> {
                    place(node.place(), NOTHING);
                    number(node.length());
                }
                case LIST -> {
                    place(node.place(), LIST);
                    number(node.items().size());
                    for (Node item : node.items()) {
                        if (!node(item, depth + 1)) {
                            return false;
                        }
                    }
                }
                case MAP -> {
                    place(node.place(), MAP);
                    number(node.length());
                    number(node.each().size());
                    for (Node.Field field : node.each()) {
                        if (!isOfText(field.place())) {
                            return false;
                        }
                        place(field.place(), 0);
                        text(field.key(), field.place());
                        if (!node(field.value(), depth + 1)) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        private boolean isOfText(Place place) {
            return place.sheet() == null
                    && place.line() >= 1
                    && place.column() >= 1
                    && lineOf(lines, place.line()).equals(place.text());
        }

        /** @param kind goes along in the lowest bits */
        private void place(Place place, int kind) {
            int step = place.line() - line;
            int zigzag = (step << 1) ^ (step >> (Integer.SIZE - 1));
            number((zigzag << KIND_BITS) | kind);
            number(place.column());
            line = place.line();
        }

        /** Its length, with whether it stands at the place as it is in the lowest bit; then the text itself if it does not. */
        private void text(String text, Place place) {
            int start = place.column() - 1;
            if (lineOf(lines, place.line()).startsWith(text, start)) {
                number(text.length() << 1);
                return;
            }
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number((encoded.length << 1) | 1);
            bytes.writeBytes(encoded);
        }

        private void number(int number) {
            int rest = number;
            while ((rest & ~LOW_SEVEN) != 0) {
                bytes.write((rest & LOW_SEVEN) | MORE);
                rest >>>= SEVEN;
            }
            bytes.write(rest);
        }
    }

    private static String lineOf(String[] lines, int line) {
        return line >= 1 && line <= lines.length ? lines[line - 1] : "";
    }

    private static final class Reader {

        private final byte[] bytes;
        private final String file;
        private final String[] lines;
        private int line = 1;
        private int at;

        Reader(byte[] bytes, String file, String[] lines) {
            this.bytes = bytes;
            this.file = file;
            this.lines = lines;
        }

        Node node(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalStateException("too deep");
            }
            int first = number();
            Place place = place(first);
            return switch (first & ((1 << KIND_BITS) - 1)) {
                case SCALAR -> {
                    int length = number();
                    yield Node.scalar(place, length, text(place));
                }
                case NOTHING -> Node.nothing(place, number(), false);
                case LIST -> {
                    int size = size();
                    List<Node> items = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        items.add(node(depth + 1));
                    }
                    yield Node.list(place, items, false);
                }
                default -> {
                    int length = number();
                    int size = size();
                    List<Node.Field> fields = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        Place keyed = place(number());
                        fields.add(new Node.Field(text(keyed), keyed, node(depth + 1)));
                    }
                    yield Node.map(place, length, fields, false);
                }
            };
        }

        private Place place(int first) {
            int zigzag = first >>> KIND_BITS;
            line += (zigzag >>> 1) ^ -(zigzag & 1);
            return new Place(file, null, line, number(), lineOf(lines, line));
        }

        private String text(Place place) {
            int number = number();
            int length = number >>> 1;
            if ((number & 1) == 0) {
                int start = place.column() - 1;
                return lineOf(lines, line).substring(start, start + length);
            }
            if (length > bytes.length - at) {
                throw new IllegalStateException("cut off");
            }
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        /** No more parts than there are bytes left, since each takes one at least. */
        private int size() {
            int size = number();
            if (size < 0 || size > bytes.length - at) {
                throw new IllegalStateException("cut off");
            }
            return size;
        }

        private int number() {
            int number = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += SEVEN) {
                byte next = bytes[at++];
                number |= (next & LOW_SEVEN) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalStateException("no number");
        }
    }
}
