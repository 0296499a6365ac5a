package dev.winnow.records.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the JSON of records. A tree of a file is written so that reading gives an equal one, but for its
 * places: scalars as texts, what was refused under a key that no file can hold.
 */
public final class NodeJson {

    private static final Place NOWHERE = Place.file("");

    /** A file with this character is refused before it is parsed. */
    private static final String REFUSED = "\u0000refused";

    /** A file of a universe may have 32 MB, and stands in the JSON as one text. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private NodeJson() {}

    /** A generator of JSON in UTF-8 without blanks, which leaves the stream open. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes a tree. */
    public static void write(Node node, JsonGenerator json) throws IOException {
        if (node.cracked()) {
            json.writeStartObject();
            json.writeFieldName(REFUSED);
            writeWhole(node, json);
            json.writeEndObject();
        } else {
            writeWhole(node, json);
        }
    }

    private static void writeWhole(Node node, JsonGenerator json) throws IOException {
        switch (node.kind()) {
            case NULL -> json.writeNull();
            case SCALAR -> json.writeString(node.text());
            case LIST -> {
                json.writeStartArray();
                for (Node item : node.items()) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case MAP -> {
                json.writeStartObject();
                for (Node.Field field : node.each()) {
                    json.writeFieldName(field.key());
                    write(field.value(), json);
                }
                json.writeEndObject();
            }
        }
    }

    /**
     * Reads a JSON document as a tree without places; numbers and booleans are scalars with their text.
     *
     * @throws IOException if it is no JSON
     */
    public static Node read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            parser.nextToken();
            Node root = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("there is more behind the document");
            }
            return root;
        }
    }

    private static Node value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the document ends early");
        }
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield Node.list(NOWHERE, items);
            }
            case VALUE_NULL -> Node.nothing(NOWHERE);
            default -> Node.scalar(NOWHERE, parser.getText());
        };
    }

    private static Node map(JsonParser parser) throws IOException {
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            Node value = value(parser);
            if (key.equals(REFUSED)) {
                parser.nextToken();
                return value.refused();
            }
            fields.add(new Node.Field(key, NOWHERE, value));
        }
        return Node.map(NOWHERE, fields);
    }
}
