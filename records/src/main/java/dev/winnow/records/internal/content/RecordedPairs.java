package dev.winnow.records.internal.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the pairs of recorded results. */
final class RecordedPairs {

    private static final String PAIRS = "assessments";

    private RecordedPairs() {}

    /**
     * Reads the pairs one by one, since the results of long lists are large.
     *
     * @param type the part of each pair to read
     * @throws IOException if the content is not the results of a screening
     */
    static <T> List<T> read(Content results, Class<T> type) throws IOException {
        try (InputStream in = results.open();
                JsonParser json = NodeJson.MAPPER.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = json.currentName().equals(PAIRS);
                json.nextToken();
                if (found) {
                    json.nextToken();
                    MappingIterator<T> pairs = NodeJson.MAPPER.readerFor(type).readValues(json);
                    return List.copyOf(pairs.readAll());
                }
                json.skipChildren();
            }
        }
        throw new IOException("`" + PAIRS + "` is missing");
    }
}
