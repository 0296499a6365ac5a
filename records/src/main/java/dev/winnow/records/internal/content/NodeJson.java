package dev.winnow.records.internal.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.report.json.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the JSON of records. A tree of a file is written so that reading it returns an equal tree, apart
 * from its places: scalars become texts, and refused trees get a key that no file can contain.
 */
public final class NodeJson {

    private static final Place NOWHERE = Place.file("");

    /** A file with this character is refused before it is parsed. */
    private static final String REFUSED = "\u0000refused";

    /** A file of a universe may have 32 MB, and is one text in the JSON. */
    private static final StreamReadConstraints LONG_TEXTS =
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();

    /** Writes the JSON that is hashed, in UTF-8 without white space. Immutable and thread-safe. */
    public static final JsonMapper MAPPER = Contract.mapper(
                    JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build())
            .addModule(new SimpleModule("records")
                    .addSerializer(Node.class, Contract.writing(NodeJson::write))
                    .addDeserializer(Node.class, Contract.reading(NodeJson::value))
                    .addSerializer(Instant.class, Contract.writing((at, json) -> json.writeString(at.toString())))
                    .addDeserializer(Instant.class, Contract.readingText(Instant::parse)))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NodeJson() {}

    private static void write(Node node, JsonGenerator json) throws IOException {
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
     * Reads a JSON document as a tree without places; numbers and booleans become scalars with their text.
     *
     * @throws IOException if it is not JSON
     */
    public static Node read(InputStream in) throws IOException {
        return MAPPER.readValue(in, Node.class);
    }

    private static Node value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
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
