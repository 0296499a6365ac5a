package dev.winnow.records.internal.content;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that records refer to by digest, so that each content is stored once. Contents are stored deflated; the stored
 * form has a digest of its own, since some of its bits do not affect the content and could be changed unnoticed.
 */
public final class Content {

    /** Writes the bytes of a content. */
    public interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    private final String digest;
    private final long size;
    private final byte[] stored;

    private Content(String digest, long size, byte[] stored) {
        this.digest = digest;
        this.size = size;
        this.stored = stored;
    }

    /** Creates a content, deflated while it is written. */
    public static Content of(Writing writing) throws IOException {
        MessageDigest sha = sha256();
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(stored, deflater);
                Counted counted = new Counted(sha, deflated)) {
            writing.writeTo(counted);
            deflated.finish();
            return new Content(HexFormat.of().formatHex(sha.digest()), counted.size, stored.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** Creates a content from the JSON of a value. */
    static Content ofJson(Object value) throws IOException {
        return of(out -> NodeJson.MAPPER
                .writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, value));
    }

    /** Reads a list from its JSON. */
    <T> List<T> readAll(Class<T> type) throws IOException {
        try (InputStream in = open()) {
            List<@Nullable T> all = NodeJson.MAPPER.readerForListOf(type).readValue(in);
            if (all.contains(null)) {
                throw new IOException("an item is null");
            }
            return List.copyOf(all);
        }
    }

    /** Reads a value from its JSON. */
    <T> T read(Class<T> type) throws IOException {
        try (InputStream in = open()) {
            T value = NodeJson.MAPPER.readValue(in, type);
            if (value == null) {
                throw new IOException("it is null");
            }
            return value;
        }
    }

    /** A content as stored. Only {@link #check} shows whether it matches its digest. */
    public static Content stored(String digest, long size, byte[] stored) {
        return new Content(digest, size, stored.clone());
    }

    /** SHA-256 of its bytes, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Number of bytes. */
    public long size() {
        return size;
    }

    /** Its deflated bytes. */
    public byte[] stored() {
        return stored.clone();
    }

    /** SHA-256 of its deflated bytes, in hexadecimal. */
    public String storedDigest() {
        return HexFormat.of().formatHex(sha256().digest(stored));
    }

    /** Its bytes. */
    public InputStream open() {
        return new InflaterInputStream(new ByteArrayInputStream(stored));
    }

    /** Whether the bytes match the digest. */
    public boolean check() {
        MessageDigest sha = sha256();
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                count += read;
                if (count > size) {
                    return false;
                }
            }
        } catch (IOException e) {
            return false; // not deflated, or truncated
        }
        return count == size && HexFormat.of().formatHex(sha.digest()).equals(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Computes digest and number of the bytes that pass through. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest sha;
        private long size;

        Counted(MessageDigest sha, OutputStream out) {
            super(out);
            this.sha = sha;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sha.update(bytes, offset, length);
            size += length;
            out.write(bytes, offset, length);
        }
    }
}
