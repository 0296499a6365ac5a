package dev.winnow.model.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file that is safe to parse: at most 32 MB of UTF-8, without control characters, byte-order mark and
 * carriage returns.
 */
public final class TextFile {

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final byte[] bytes;
    private final String text;
    private final boolean json;
    private final int before;

    private @Nullable String digest;

    private TextFile(String file, byte[] bytes, String text, boolean json, int before) {
        this.file = file;
        this.bytes = bytes;
        this.text = text;
        this.json = json;
        this.before = before;
    }

    /** Returns a line of a file as a JSON text with the places of the file. */
    TextFile asLine(int number) {
        return new TextFile(file, bytes, text, true, number - 1);
    }

    /** Returns the number of lines of the file before the text. */
    int before() {
        return before;
    }

    /** Returns the path as the user gave it. */
    public String file() {
        return file;
    }

    /**
     * Returns the SHA-256 of its bytes, in hexadecimal. Computed on first use, because the digest of a pack's file may
     * never be needed.
     */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = Sha256.of(bytes);
            digest = known;
        }
        return known;
    }

    /** Returns the text, without byte-order mark and carriage returns. */
    public String text() {
        return text;
    }

    /** Returns a path as the user gave it, with forward slashes. */
    public static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Reads a file; null if it cannot be read, which is a problem. */
    public static @Nullable TextFile read(Path path, String shown, List<Problem> problems) {
        try {
            if (!Files.exists(path)) {
                problems.add(Problem.at(Place.file(shown), "there is no such file"));
                return null;
            }
            if (Files.isDirectory(path)) {
                problems.add(Problem.at(Place.file(shown), "this is a folder, not a file"));
                return null;
            }
            if (!Files.isRegularFile(path)) {
                problems.add(Problem.at(Place.file(shown), "this is not an ordinary file"));
                return null;
            }
            if (Files.size(path) > LARGEST) {
                problems.add(new Problem(
                        Place.file(shown),
                        Message.of("the file is larger than %s", "32 MB"),
                        0,
                        Message.of("split it")));
                return null;
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return of(shown, stream.readNBytes(LARGEST + 1), problems);
            }
        } catch (NoSuchFileException e) {
            problems.add(Problem.at(Place.file(shown), "there is no such file"));
        } catch (IOException e) {
            problems.add(Problem.at(Place.file(shown), "the file cannot be read"));
        }
        return null;
    }

    /** Returns a file with bytes that were read; null if they are not safe to parse, which is a problem. */
    public static @Nullable TextFile of(String file, byte[] bytes, List<Problem> problems) {
        if (bytes.length <= LARGEST) { // larger files are refused below
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 0) {
                    return refused(file, Message.of("this is not a text file"), null, problems);
                }
            }
        }
        String text = bytes.length > LARGEST ? "" : decode(file, bytes, problems);
        return text == null ? null : of(file, bytes, text, problems);
    }

    /** Returns a file with a text that a program gives; null if it is not safe to parse, which is a problem. */
    public static @Nullable TextFile of(String file, String content, List<Problem> problems) {
        return of(file, content.getBytes(StandardCharsets.UTF_8), content, problems);
    }

    private static @Nullable TextFile of(String file, byte[] bytes, String decoded, List<Problem> problems) {
        if (bytes.length > LARGEST) {
            return refused(file, Message.of("the file is larger than %s", "32 MB"), Message.of("split it"), problems);
        }
        String text = plain(decoded);
        if (text.isBlank()) {
            return refused(file, Message.of("the file is empty"), null, problems);
        }
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
        return strange(file, text, problems) ? null : new TextFile(file, bytes, text, json, 0);
    }

    /** Removes the byte-order mark and carriage returns. */
    private static String plain(String decoded) {
        String text = decoded;
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return text.indexOf('\r') >= 0 ? text.replace("\r\n", "\n").replace('\r', '\n') : text;
    }

    boolean isJson() {
        return json;
    }

    public @Nullable Node parse(List<Problem> problems) {
        return new TreeReader(this, problems).read();
    }

    private static @Nullable String decode(String file, byte[] bytes, List<Problem> problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (!decoder.decode(in, out, true).isError()) {
            return out.flip().toString();
        }
        int line = 1;
        int column = 1;
        String before = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < before.length(); i++) {
            column = before.charAt(i) == '\n' ? 1 : column + 1;
            line += before.charAt(i) == '\n' ? 1 : 0;
        }
        problems.add(new Problem(
                new Place(file, line, column, null),
                Message.of("the byte %s is not UTF-8", String.format(Locale.ROOT, "%02X", bytes[in.position()])),
                0,
                Message.of("save the file as UTF-8")));
        return null;
    }

    /** Reports a hidden character. None is allowed even in comments, because parsers treat some of them differently. */
    private static boolean strange(String file, String text, List<Problem> problems) {
        int at = HiddenCharacters.firstIn(text);
        if (at < 0) {
            return false;
        }
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int end = text.indexOf('\n', at);
        String shown = text.substring(start, end < 0 ? text.length() : end);
        problems.add(new Problem(
                new Place(file, line, at - start + 1, shown),
                Message.of("the invisible character %s is not allowed", HiddenCharacters.name(text.codePointAt(at))),
                1,
                null));
        return true;
    }

    private static @Nullable TextFile refused(
            String file, Message what, @Nullable Message advice, List<Problem> problems) {
        problems.add(new Problem(Place.file(file), what, 0, advice));
        return null;
    }
}
