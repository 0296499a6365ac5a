package dev.winnow.tables.internal.cells;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Character encoding of a text file: by its byte-order mark; UTF-16 if the file is full of zero bytes; UTF-8 if most
 * non-ASCII bytes are valid UTF-8; Shift JIS, Big5, Windows-1252 or EUC-KR if its bytes are typical of them; otherwise GB 18030, which
 * includes GBK and GB 2312. A file cut within a character,
 * or with a few rows in another encoding, is thus read in the encoding of the rest.
 *
 * @param charset the encoding
 * @param skip number of bytes of the byte-order mark
 */
public record Encoding(Charset charset, int skip) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BLOCK = 1 << 16;
    private static final int SAMPLE = 4096;
    private static final int FEW_ZEROS = 2;

    /** Detects the encoding of a file. Reads the whole file unless it has a byte-order mark. */
    public static Encoding of(Path file) throws IOException {
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
            Pairs pairs = new Pairs();
            for (long left = Files.size(file); length > 0 && left > 0; left -= length) {
                utf8.take(block, length);
                pairs.take(block, length);
                length = in.readNBytes(block, 0, BLOCK);
            }
            return new Encoding(utf8.prevails() ? StandardCharsets.UTF_8 : pairs.charset(), 0);
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

    /** Latin letters, commas and line feeds have a zero byte in UTF-16; other encodings of text have none. */
    private static @Nullable Charset zeros(byte[] block, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        // A stray zero byte damages a cell, not the file.
        if (Math.max(even, odd) < FEW_ZEROS || Math.max(even, odd) < FEW_ZEROS * Math.min(even, odd)) {
            return null;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** Counts valid and invalid non-ASCII bytes of UTF-8 across blocks. */
    private static final class Utf8 {
        /**
         * Ratio by which valid two-byte sequences must exceed invalid bytes. Many byte pairs of Chinese text in GBK are valid
         * UTF-8 by chance.
         */
        private static final int CHANCE = 8;

        private long twos;
        private long longer;
        private long strays;
        private int more;
        private int begun;

        void take(byte[] block, int length) {
            for (int i = 0; i < length; i++) {
                int next = block[i];
                if (next >= 0 && more == 0) {
                    continue;
                }
                if (more > 0 && (next & 0xC0) == 0x80) {
                    begun++;
                    if (--more == 0) {
                        twos += begun == 2 ? 1 : 0;
                        longer += begun > 2 ? 1 : 0;
                    }
                    continue;
                }
                strays += more > 0 ? begun : 0;
                more = next >= 0 ? 0 : following(next);
                begun = 1;
                strays += next < 0 && more == 0 ? 1 : 0;
            }
        }

        /** Whether the text is more likely UTF-8 than GBK. */
        boolean prevails() {
            return strays == 0 || (longer > 1 && 3 * longer > strays) || (twos > CHANCE && twos > CHANCE * strays);
        }

        /** Number of bytes that follow the first byte of a character; 0 if it cannot be a first byte. */
        private static int following(int first) {
            if ((first & 0xE0) == 0xC0 && (first & 0x1E) != 0) {
                return 1;
            }
            return (first & 0xF0) == 0xE0 ? 2 : (first & 0xF8) == 0xF0 ? 3 : 0;
        }
    }

    /** Counts pairs of bytes, which begin with a non-ASCII byte, by properties that differ between encodings. */
    private static final class Pairs {

        /** Number of pairs of a Korean text that are unlikely to come from a Chinese one. */
        private static final int ENOUGH = 10;

        private static final int PERCENT = 100;

        private long pairs;
        private long latin;
        private long japanese;
        private long traditional;
        private long korean;
        private long symbols;
        /** Pairs that follow an ASCII letter, as within a word of a Latin language. */
        private long within;

        private boolean letter;
        private int lead;

        void take(byte[] block, int length) {
            for (int i = 0; i < length; i++) {
                int next = block[i] & 0xFF;
                if (lead > 0) {
                    count(lead, next);
                    lead = 0;
                    letter = false;
                } else if (next >= 0x80) {
                    lead = next;
                    within += letter ? 1 : 0;
                } else {
                    letter = Character.isLetter(next);
                }
            }
        }

        private void count(int first, int second) {
            pairs++;
            latin += second < 0x80 ? 1 : 0;
            japanese += first <= 0x9F ? 1 : 0;
            traditional += first >= 0xA4 && second < 0xA1 ? 1 : 0;
            korean += first >= 0xB0 && first <= 0xC8 && second >= 0xA1 ? 1 : 0;
            symbols += first >= 0xA1 && first <= 0xA3 && second >= 0xA1 ? 1 : 0;
        }

        /** Chinese text has few pairs that end in ASCII or begin below A0, and a quarter begin above C8. */
        Charset charset() {
            boolean words = PERCENT * latin >= 90 * pairs || (2 * latin >= pairs && 2 * within >= pairs);
            String name = pairs > 0 && words
                    ? "windows-1252"
                    : PERCENT * japanese > 30 * pairs
                            ? "windows-31j"
                            : PERCENT * traditional > 20 * pairs
                                    ? "Big5"
                                    : korean >= ENOUGH && korean + symbols == pairs ? "x-windows-949" : "";
            return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : GB18030;
        }
    }

    /** Common name of the encoding. */
    public String called() {
        return switch (charset.name()) {
            case "GB18030" -> "GBK";
            case "windows-31j" -> "Shift_JIS";
            case "x-windows-949" -> "EUC-KR";
            default -> charset.name();
        };
    }

    /**
     * Whether a text decoded as GB 18030 is in fact UTF-8: its bytes are valid UTF-8 and contain at least two
     * three-byte characters, which does not happen by chance in Chinese text.
     */
    boolean isUtf8Instead(String text) {
        if (!charset.equals(GB18030)) {
            return false;
        }
        byte[] bytes = text.getBytes(GB18030);
        Utf8 utf8 = new Utf8();
        utf8.take(bytes, bytes.length);
        return utf8.strays == 0 && utf8.more == 0 && utf8.longer >= 2;
    }
}
