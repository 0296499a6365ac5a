package dev.winnow.model.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes trees of files as JSON and reads them back. The tree that is read is equal apart from its places: scalars are
 * texts, and refused trees have a key that no file can contain.
 */
public final class TreeJson {

    /** A file of a universe may have 32 MB, and is one text in the JSON of records. */
    public static final StreamReadConstraints LONG_TEXTS =
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();

    public static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build();

    /** A file with this character is refused before it is parsed. */
    private static final String REFUSED = "\u0000refused";

    private TreeJson() {}

    public static void write(Node node, JsonGenerator json) throws IOException {
        write(node, json, false);
    }

    /** Writes a tree for other programs: true and false are no texts, and nothing marks refused trees. */
    public static void writePlain(Node node, JsonGenerator json) throws IOException {
        write(node, json, true);
    }

    private static void write(Node node, JsonGenerator json, boolean plain) throws IOException {
        boolean marked = node.cracked() && !plain;
        if (marked) {
            json.writeStartObject();
            json.writeFieldName(REFUSED);
        }
        switch (node.kind()) {
            case NULL -> json.writeNull();
            case SCALAR -> {
                boolean yes = node.text().equals("true");
                if (plain && (yes || node.text().equals("false"))) {
                    json.writeBoolean(yes);
                } else {
                    json.writeString(node.text());
                }
            }
            case LIST -> {
                json.writeStartArray();
                for (Node item : node.items()) {
                    write(item, json, plain);
                }
                json.writeEndArray();
            }
            case MAP -> {
                json.writeStartObject();
                for (Node.Field field : node.each()) {
                    json.writeFieldName(field.key());
                    write(field.value(), json, plain);
                }
                json.writeEndObject();
            }
        }
        if (marked) {
            json.writeEndObject();
        }
    }

    /**
     * Reads the value that starts at the parser's token; numbers and booleans become scalars with their text.
     *
     * @param place the place of all its nodes
     */
    public static Node read(JsonParser parser, Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser, place);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, place));
                }
                yield Node.list(place, items);
            }
            case VALUE_NULL -> Node.nothing(place);
            default -> Node.scalar(place, parser.getText());
        };
    }

    private static Node map(JsonParser parser, Place place) throws IOException {
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            Node value = read(parser, place);
            if (key.equals(REFUSED)) {
                parser.nextToken();
                return value.refused();
            }
            fields.add(new Node.Field(key, place, value));
        }
        return Node.map(place, fields);
    }
}
