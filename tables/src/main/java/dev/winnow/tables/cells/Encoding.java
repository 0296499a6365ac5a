package dev.winnow.tables.cells;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The character encoding of a text file: by its byte-order mark, else UTF-8 if every byte fits, else UTF-16 if it is
 * full of zeros, else GB 18030, which holds GBK and GB 2312.
 *
 * @param charset the characters
 * @param skip bytes before the text: the byte-order mark
 */
public record Encoding(Charset charset, int skip) {

    private static final int BLOCK = 1 << 16;
    private static final int SAMPLE = 4096;

    /** What a file is written in. Reads all of it, unless it is marked. */
    static Encoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            int length = in.readNBytes(block, 0, BLOCK);
            Encoding marked = marked(block, length);
            if (marked != null) {
                return marked;
            }
            Charset zeros = zeros(block, Math.min(length, SAMPLE));
            if (zeros != null) {
                return new Encoding(zeros, 0);
            }
            Utf8 utf8 = new Utf8();
            while (length > 0) {
                if (!utf8.takes(block, length)) {
                    return new Encoding(Charset.forName("GB18030"), 0);
                }
                length = in.readNBytes(block, 0, BLOCK);
            }
            return new Encoding(utf8.isWhole() ? StandardCharsets.UTF_8 : Charset.forName("GB18030"), 0);
        }
    }

    private static @Nullable Encoding marked(byte[] block, int length) {
        if (length >= 3 && (block[0] & 0xFF) == 0xEF && (block[1] & 0xFF) == 0xBB && (block[2] & 0xFF) == 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (length >= 2 && (block[0] & 0xFF) == 0xFF && (block[1] & 0xFF) == 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && (block[0] & 0xFF) == 0xFE && (block[1] & 0xFF) == 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    /** Latin letters, commas and line feeds have a zero beside them in UTF-16, and no text has one otherwise. */
    private static @Nullable Charset zeros(byte[] block, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (even == odd) {
            return null;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** Checks UTF-8 by its bytes, across blocks. */
    private static final class Utf8 {
        private int more;

        boolean takes(byte[] block, int length) {
            for (int i = 0; i < length; i++) {
                int next = block[i];
                if (more > 0) {
                    if ((next & 0xC0) != 0x80) {
                        return false;
                    }
                    more--;
                } else if (next < 0) {
                    if ((next & 0xE0) == 0xC0 && (next & 0x1E) != 0) {
                        more = 1;
                    } else if ((next & 0xF0) == 0xE0) {
                        more = 2;
                    } else if ((next & 0xF8) == 0xF0) {
                        more = 3;
                    } else {
                        return false;
                    }
                }
            }
            return true;
        }

        boolean isWhole() {
            return more == 0;
        }
    }
}
