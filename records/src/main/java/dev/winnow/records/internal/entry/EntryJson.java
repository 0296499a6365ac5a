package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.records.internal.content.NodeJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of a record that are hashed: JSON in UTF-8 without blanks, its members in one order, with its number, so that
 * a record that stands elsewhere says so.
 */
public final class EntryJson {

    private static final int SCHEMA = 1;
    private static final String SCREENING = "screening";
    private static final String DECISION = "decision";

    private EntryJson() {}

    /** The members of a record. */
    public record Members(
            long number, String kind, @JsonUnwrapped RecordEntry entry) {

        public static Members of(long number, RecordEntry entry) {
            return new Members(number, entry instanceof ScreeningEntry ? SCREENING : DECISION, entry);
        }
    }

    private record Hashed(int schema, @JsonUnwrapped Members members) {}

    /** The bytes of a record. */
    public static byte[] bytes(long number, RecordEntry entry) {
        try {
            return NodeJson.MAPPER.writeValueAsBytes(new Hashed(SCHEMA, Members.of(number, entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The number that the bytes of a record have.
     *
     * @throws IOException if they are no record
     */
    public static long number(byte[] bytes) throws IOException {
        JsonNode number = NodeJson.MAPPER.readTree(bytes).path("number");
        if (!number.canConvertToLong()) {
            throw new IOException("`number` is not a whole number");
        }
        return number.longValue();
    }

    /**
     * Reads the bytes of a record.
     *
     * @throws IOException if they are no record of this schema
     */
    public static RecordEntry read(byte[] bytes) throws IOException {
        JsonNode root = NodeJson.MAPPER.readTree(bytes);
        if (root.path("schema").intValue() != SCHEMA) {
            throw new IOException("it has another schema");
        }
        return switch (root.path("kind").asText()) {
            case SCREENING -> NodeJson.MAPPER.treeToValue(root, ScreeningEntry.class);
            case DECISION -> NodeJson.MAPPER.treeToValue(root, DecisionEntry.class);
            default -> throw new IOException("it is of no kind of record");
        };
    }
}
