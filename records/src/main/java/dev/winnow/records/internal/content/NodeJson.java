package dev.winnow.records.internal.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.TreeJson;
import dev.winnow.report.json.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Writes and reads the JSON of records. */
public final class NodeJson {

    private static final Place NOWHERE = Place.file("");

    /** Writes the JSON that is hashed, in UTF-8 without white space. Immutable and thread-safe. */
    public static final JsonMapper MAPPER = Contract.mapper(JsonFactory.builder()
                    .streamReadConstraints(TreeJson.LONG_TEXTS)
                    .build())
            .addModule(new SimpleModule("records")
                    .addSerializer(Node.class, Contract.writing(TreeJson::write))
                    .addDeserializer(Node.class, Contract.reading(json -> TreeJson.read(json, NOWHERE)))
                    .addSerializer(Instant.class, Contract.writing((at, json) -> json.writeString(at.toString())))
                    .addDeserializer(Instant.class, Contract.readingText(Instant::parse)))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NodeJson() {}

    /**
     * Reads a JSON document as a tree without places; numbers and booleans become scalars with their text.
     *
     * @throws IOException if it is not JSON
     */
    public static Node read(InputStream in) throws IOException {
        return MAPPER.readValue(in, Node.class);
    }
}
