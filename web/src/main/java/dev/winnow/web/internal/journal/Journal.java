package dev.winnow.web.internal.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.web.internal.journal.JournalEntry.Kind;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a work: each entry is kept before it counts. An entry is a line with a checksum and JSON. A last line
 * that a power cut has torn was never acknowledged, and is removed when the journal is opened. The file is written anew
 * with the fewest entries when it has grown to several times their size. Not thread-safe.
 */
public final class Journal implements Closeable {

    private static final int SCHEMA = 1;
    private static final int CHECKSUM = 8;
    private static final long SMALL = 256_000;
    private static final int GROWTH = 3;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final @Nullable JournalStorage storage;
    private final History history;
    private long size;
    private long limit;

    private Journal(@Nullable JournalStorage storage, History history) {
        this.storage = storage;
        this.history = history;
    }

    /** Returns a journal that ends with the program. */
    public static Journal inMemory() {
        return new Journal(null, new History());
    }

    /**
     * Opens a journal.
     *
     * @throws UnreadableJournal if a newer winnow wrote it, or lines are damaged that others follow
     */
    public static Journal open(JournalStorage storage) throws IOException {
        byte[] bytes = storage.read();
        History history = new History();
        int end = 0;
        int line = 0;
        while (end < bytes.length) {
            int next = end;
            while (next < bytes.length && bytes[next] != '\n') {
                next++;
            }
            JsonNode read = next == bytes.length ? null : line(bytes, end, next);
            line++;
            if (read == null) {
                if (next < bytes.length - 1 && anyLine(bytes, next + 1)) {
                    throw new UnreadableJournal(line);
                }
                storage.truncate(end);
                break;
            }
            add(history, read, line);
            end = next + 1;
        }
        Journal journal = new Journal(storage, history);
        journal.size = end;
        if (end == 0) {
            journal.compact();
        } else {
            byte[] least = journal.compacted();
            if (least.length * 2L < end) {
                journal.replace(least);
            }
            journal.limit = Math.max(SMALL, GROWTH * (long) least.length);
        }
        return journal;
    }

    private static void add(History history, JsonNode line, int number) throws IOException {
        if (number == 1) {
            if (line.path("journal").asInt() != SCHEMA) {
                throw new UnreadableJournal(0);
            }
            history.beginAt(line.path("revision").asLong());
        } else {
            JournalEntry entry = entry(line);
            if (!entry.edits().stream().allMatch(edit -> KeptWork.isOfWork(edit.name(), entry.kind()))) {
                throw new UnreadableJournal(number); // the workspace may be a stranger’s
            }
            history.add(entry);
        }
    }

    private static boolean anyLine(byte[] bytes, int from) {
        int start = from;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (line(bytes, start, i) != null) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Returns the history so far. */
    public History history() {
        return history;
    }

    /** Keeps an entry. Nothing changes if that fails. */
    public void add(JournalEntry entry) throws IOException {
        if (storage != null) {
            byte[] line = line(entry);
            try {
                storage.append(line);
                storage.sync();
            } catch (IOException e) {
                takeBack(storage, e);
                throw e;
            }
            size += line.length;
        }
        history.add(entry);
        if (size > limit && storage != null) {
            compact();
        }
    }

    private void takeBack(JournalStorage place, IOException failure) {
        try {
            place.truncate(size);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void compact() throws IOException {
        byte[] least = compacted();
        replace(least);
        limit = Math.max(SMALL, GROWTH * (long) least.length);
    }

    private void replace(byte[] least) throws IOException {
        if (storage != null) {
            storage.replace(least);
            size = least.length;
        }
    }

    private byte[] compacted() {
        List<JournalEntry> entries = history.entries();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(line(json -> {
            json.writeNumberField("journal", SCHEMA);
            json.writeNumberField("revision", history.revision() - entries.size());
        }));
        entries.forEach(entry -> all.writeBytes(line(entry)));
        return all.toByteArray();
    }

    private static byte[] line(JournalEntry entry) {
        return line(json -> write(entry, json));
    }

    /** Writes the fields of a line. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] line(Fields fields) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = text.toByteArray();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes((checksum(bytes, 0, bytes.length) + " ").getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(bytes);
        line.write('\n');
        return line.toByteArray();
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static void write(JournalEntry entry, JsonGenerator json) throws IOException {
        json.writeStringField("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        if (entry.kind() == Kind.STEP) {
            json.writeStringField("what", entry.what());
        }
        if (entry.joins()) {
            json.writeBooleanField("joins", true);
        }
        if (!entry.edits().isEmpty()) {
            json.writeArrayFieldStart("edits");
            for (FileEdit edit : entry.edits()) {
                json.writeStartObject();
                json.writeStringField("file", edit.name());
                write(edit, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void write(FileEdit edit, JsonGenerator json) throws IOException {
        byte[] middle = edit.middle();
        if (middle == null) {
            json.writeBooleanField("removed", true);
            return;
        }
        json.writeNumberField("start", edit.start());
        json.writeNumberField("end", edit.end());
        String text = text(middle);
        if (text == null) {
            json.writeBinaryField("bytes", middle);
        } else {
            json.writeStringField("text", text);
        }
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns the JSON of a line; null if its checksum differs. */
    private static @Nullable JsonNode line(byte[] bytes, int from, int to) {
        int start = from + CHECKSUM + 1;
        if (start > to
                || !checksum(bytes, start, to).equals(new String(bytes, from, CHECKSUM, StandardCharsets.US_ASCII))) {
            return null;
        }
        try {
            return JSON.readTree(bytes, start, to - start);
        } catch (IOException e) {
            return null;
        }
    }

    private static JournalEntry entry(JsonNode line) {
        List<FileEdit> edits = new ArrayList<>();
        for (JsonNode edit : line.path("edits")) {
            edits.add(new FileEdit(
                    edit.path("file").asText(),
                    edit.path("start").asInt(),
                    edit.path("end").asInt(),
                    edit.has("removed") ? null : middle(edit)));
        }
        return new JournalEntry(
                Kind.valueOf(line.path("kind").asText().toUpperCase(Locale.ROOT)),
                line.path("what").asText(),
                line.path("joins").asBoolean(),
                edits);
    }

    private static byte[] middle(JsonNode edit) {
        return edit.has("bytes")
                ? Base64.getDecoder().decode(edit.path("bytes").asText())
                : edit.path("text").asText().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (storage != null) {
            storage.close();
        }
    }
}
