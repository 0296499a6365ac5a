package dev.winnow.tables.internal.cells;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a file, up to its length when it was opened. Invalid bytes become {@link #DAMAGE} instead of ending the
 * reading, so that the text around them is kept.
 */
public final class TextReader extends InputStreamReader {

    /** Replaces invalid bytes. Unicode assigns this code point to no character. */
    public static final char DAMAGE = '\uFFFF';

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final char[] chars = new char[BUFFER];
    private int at;
    private int end;

    /** Opens a file in an encoding found by {@link Encoding#of}. */
    public TextReader(Path path, Encoding encoding) throws IOException {
        this(path, encoding, Files.size(path), Files.getLastModifiedTime(path));
    }

    private TextReader(Path path, Encoding encoding, long size, FileTime modified) throws IOException {
        super(new Bounded(Files.newInputStream(path), encoding.skip(), size), decoder(encoding.charset()));
        this.path = path;
        this.size = size;
        this.modified = modified;
    }

    /** A decoder that replaces invalid bytes by {@link #DAMAGE}. */
    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(DAMAGE));
    }

    /** A range of a file's bytes, regardless of bytes appended later. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long from, long to) throws IOException {
            super(in);
            in.skipNBytes(from);
            this.left = to - from;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left <= 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    /** Whether the file has changed since it was opened. */
    public boolean isChanged() throws IOException {
        return Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified);
    }

    /**
     * The next line without its line feed; null after the last.
     *
     * @param most maximum number of characters; one more is kept if the line is longer
     */
    public @Nullable String readLine(int most) throws IOException {
        StringBuilder line = null;
        while (at < end || fill()) {
            line = line == null ? new StringBuilder() : line;
            int from = at;
            while (at < end && chars[at] != '\n') {
                at++;
            }
            line.append(chars, from, Math.min(at - from, most + 1 - line.length()));
            if (at < end) {
                at++;
                break;
            }
        }
        int last = line == null ? 0 : line.length() - 1;
        return line == null ? null : last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, read(chars, 0, chars.length));
        return end > 0;
    }
}
