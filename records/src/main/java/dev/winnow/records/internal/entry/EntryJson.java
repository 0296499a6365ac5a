package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.records.internal.content.NodeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hashed bytes of a record: JSON in UTF-8 without white space, with members in a fixed order. They include the
 * number, so that a moved record is detected.
 */
public final class EntryJson {

    private static final int SCHEMA = 1;

    /** The schema of records that the first winnow cannot read, which reports them as those of a newer one. */
    private static final int LATER = 2;

    /** The kinds of records by name. */
    private static final Map<String, Class<? extends RecordEntry>> KINDS = Map.of(
            "screening", ScreeningEntry.class,
            "decision", DecisionEntry.class,
            "fulfilment", FulfilmentEntry.class,
            "letter", LetterEntry.class);

    private EntryJson() {}

    /** The members of a record. */
    public record Members(
            long number, String kind, @JsonUnwrapped RecordEntry entry) {

        public static Members of(long number, RecordEntry entry) {
            String kind = KINDS.entrySet().stream()
                    .filter(one -> one.getValue() == entry.getClass())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            return new Members(number, kind, entry);
        }
    }

    private record Hashed(int schema, @JsonUnwrapped Members members) {}

    /** Writes the bytes of a record. */
    public static byte[] bytes(long number, RecordEntry entry) {
        try {
            return NodeJson.MAPPER.writeValueAsBytes(new Hashed(schema(entry), Members.of(number, entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int schema(RecordEntry entry) {
        boolean first = entry instanceof ScreeningEntry
                || (entry instanceof DecisionEntry decision && decision.conditions() == null);
        return first ? SCHEMA : LATER;
    }

    /**
     * Reads the number in the bytes of a record.
     *
     * @throws IOException if they are not a record
     */
    public static long number(byte[] bytes) throws IOException {
        JsonNode number = tree(bytes).path("number");
        if (!number.canConvertToLong()) {
            throw new IOException("`number` is not a whole number");
        }
        return number.longValue();
    }

    /** Reads the time in the bytes of a record; null if they are not a record. */
    public static @Nullable Instant at(byte[] bytes) {
        try {
            return read(bytes).origin().at();
        } catch (IOException e) {
            return null;
        }
    }

    /** Thrown for a record of a newer winnow. */
    public static final class NewerSchema extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads the bytes of a record.
     *
     * @throws NewerSchema if they are a record of a later schema
     * @throws IOException if they are not a record
     */
    public static RecordEntry read(byte[] bytes) throws IOException {
        JsonNode root = tree(bytes);
        int schema = root.path("schema").intValue();
        if (schema > LATER) {
            throw new NewerSchema();
        }
        Class<? extends RecordEntry> kind = KINDS.get(root.path("kind").asText());
        if (kind == null) {
            throw schema == LATER ? new NewerSchema() : new IOException("unknown kind of record");
        }
        RecordEntry entry = NodeJson.MAPPER.readValue(NodeJson.MAPPER.treeAsTokens(root), kind);
        if (schema != schema(entry)) {
            throw new IOException("unknown schema");
        }
        return entry;
    }

    /** The parser throws a NumberFormatException for an exponent that no BigDecimal can have. */
    private static JsonNode tree(byte[] bytes) throws IOException {
        try {
            return NodeJson.MAPPER.readTree(bytes);
        } catch (NumberFormatException e) {
            throw new IOException("a number is out of range", e);
        }
    }
}
