package dev.winnow.tables.cells;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file as long as it was when it was opened. Bytes that are no characters do not end the reading: they
 * become a {@link #DAMAGE}, so that what stands before and after them is not lost.
 */
public final class TextReader extends Reader {

    /** Stands for bytes that are no characters; Unicode assigns it to none. */
    public static final char DAMAGE = '\uFFFF';

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private long left;
    private boolean damaged;
    private boolean ended;

    /** Opens a file, in an encoding that {@link Encoding#of} found. */
    public TextReader(Path path, Encoding encoding) throws IOException {
        this.path = path;
        this.size = Files.size(path);
        this.modified = Files.getLastModifiedTime(path);
        this.left = Math.max(0, size - encoding.skip());
        this.decoder = encoding.charset().newDecoder();
        this.in = Files.newInputStream(path);
        try {
            in.skipNBytes(encoding.skip());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether bytes were met that are no characters. */
    public boolean isDamaged() {
        return damaged;
    }

    /** Whether the file is no longer as it was when it was opened. */
    public boolean isChanged() throws IOException {
        return Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified);
    }

    @Override
    public int read() throws IOException {
        int next = peek();
        if (next >= 0) {
            chars.get();
        }
        return next;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int some = Math.min(length, chars.remaining());
        chars.get(into, offset, some);
        return some;
    }

    /** Passes over lines, as they end in any system. */
    void skipLines(long lines) throws IOException {
        for (long left = lines; left > 0; left--) {
            int next = read();
            while (next >= 0 && next != '\n' && next != '\r') {
                next = read();
            }
            if (next == '\r' && peek() == '\n') {
                chars.get();
            }
        }
    }

    /**
     * The next line without its end; null after the last.
     *
     * @param most how many characters are kept of it; what is beyond them is passed over, but for one
     */
    public @Nullable String readLine(int most) throws IOException {
        if (peek() < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (peek() >= 0) {
            int from = chars.position();
            int to = from;
            while (to < chars.limit() && chars.get(to) != '\n') {
                to++;
            }
            boolean found = to < chars.limit();
            int kept = Math.min(to - from, most + 1 - line.length());
            line.append(chars.array(), from, kept);
            chars.position(found ? to + 1 : to);
            if (found) {
                break;
            }
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    /** The next character, which is read again; below 0 after the last. */
    private int peek() throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        return chars.get(chars.position());
    }

    private void fill() throws IOException {
        bytes.compact();
        boolean last = false;
        if (bytes.hasRemaining()) {
            int wanted = (int) Math.min(bytes.remaining(), left);
            int read = wanted == 0 ? -1 : in.read(bytes.array(), bytes.position(), wanted);
            if (read < 0) {
                last = true;
            } else {
                left -= read;
                bytes.position(bytes.position() + read);
            }
        }
        bytes.flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, last);
        if (result.isError()) {
            bytes.position(bytes.position() + result.length());
            if (chars.hasRemaining()) {
                chars.put(DAMAGE);
                damaged = true;
            } else {
                bytes.position(bytes.position() - result.length()); // met again when there is room
            }
        } else if (last && result.isUnderflow()) {
            ended = true;
        }
        chars.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
