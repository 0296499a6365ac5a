package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.content.NodeJson;
import dev.winnow.records.internal.store.Chain.Row;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of exported records: JSON in lines. The first line has the number of records and the hash of the last one, so
 * that a truncated file is detected; every further line has one record, with the contents that no earlier line has.
 */
final class ExportFile {

    private static final int SCHEMA = 1;

    /** Maximum length of a line in bytes; larger than any record with its contents. */
    private static final int MAX_LINE = 512 << 20;

    /**
     * The first line.
     *
     * @param records the number of records
     * @param last the hash of the last record
     */
    record Header(int schema, long records, String last) {

        Header {
            Objects.requireNonNull(last);
        }

        static Header of(long records, String last) {
            return new Header(SCHEMA, records, last);
        }
    }

    /**
     * A line with a record.
     *
     * @param body its bytes, which are JSON themselves
     */
    record Line(long number, String previous, String hash, String body, List<Part> contents) {

        Line {
            Objects.requireNonNull(previous);
            Objects.requireNonNull(hash);
            Objects.requireNonNull(body);
            contents = List.copyOf(contents);
        }

        static Line of(Row row, List<Part> contents) {
            return new Line(
                    row.number(), row.previous(), row.hash(), new String(row.body(), StandardCharsets.UTF_8), contents);
        }

        Row row() {
            return new Row(number, body.getBytes(StandardCharsets.UTF_8), previous, hash);
        }
    }

    /**
     * A stored content.
     *
     * @param size the number of its bytes before deflation
     * @param stored its deflated bytes in Base64
     */
    record Part(String digest, long size, String stored) {

        Part {
            Objects.requireNonNull(digest);
            Objects.requireNonNull(stored);
        }

        static Part of(Content content) {
            return new Part(
                    content.digest(), content.size(), Base64.getEncoder().encodeToString(content.stored()));
        }

        /** {@return the content; null if its bytes do not match its digest} */
        @Nullable
        Content content() {
            try {
                Content content =
                        Content.stored(digest, size, Base64.getDecoder().decode(stored));
                return content.check() ? content : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    private final String name;
    private final InputStream in;
    private int line;

    /**
     * A file to be read.
     *
     * @param name its name, for messages
     */
    ExportFile(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Writes a line. */
    static void write(Object line, OutputStream out) throws IOException {
        out.write(NodeJson.MAPPER.writeValueAsBytes(line));
        out.write('\n');
    }

    /** Reads the first line. */
    Header header() throws IOException {
        byte[] bytes = bytes();
        Header header = bytes == null ? null : parsed(bytes, Header.class);
        if (header == null || header.schema() < 1) {
            throw failure(Message.of("this file was not written by `%s`", "winnow records export"));
        }
        if (header.schema() > SCHEMA) {
            throw failure(Message.of("this file was written by a newer winnow"));
        }
        return header;
    }

    /** Reads the next record; null at the end. */
    @Nullable
    Line next() throws IOException {
        byte[] bytes = bytes();
        if (bytes == null) {
            return null;
        }
        Line record = parsed(bytes, Line.class);
        if (record == null) {
            throw failure(Message.of("the line is truncated or not a record"));
        }
        return record;
    }

    /** A failure at the line that was read last, or after the last line. */
    RecordsFailure failure(Message what) {
        return new RecordsFailure(
                Kind.DATA, Message.of("%s:%s: %s", name, line, what).with(Message.of("nothing was imported")));
    }

    private static <T> @Nullable T parsed(byte[] line, Class<T> type) {
        try {
            return NodeJson.MAPPER.readValue(line, type);
        } catch (IOException e) {
            return null;
        }
    }

    private byte @Nullable [] bytes() throws IOException {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (bytes.size() >= MAX_LINE) {
                throw failure(Message.of("the line is longer than any record"));
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }
}
