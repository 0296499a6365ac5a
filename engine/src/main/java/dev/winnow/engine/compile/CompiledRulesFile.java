package dev.winnow.engine.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file format of compiled rules: a magic number, the key they are stored under, a digest over key and content, the
 * content. A truncated, changed or misplaced file is rejected.
 */
final class CompiledRulesFile {

    private static final byte[] MARK = "winnow compiled rules 1\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_CLASSES = 100_000;

    private CompiledRulesFile() {}

    static byte[] write(Digest key, CompiledRules rules) {
        byte[] content = content(rules);
        byte[] digest = digest(key, ByteBuffer.wrap(content));
        return ByteBuffer.allocate(MARK.length + 2 * Digest.LENGTH + content.length)
                .put(MARK)
                .put(key.bytes())
                .put(digest)
                .put(content)
                .array();
    }

    /** Reads the rules in a file; null if it is not the complete and unchanged file of the key. */
    static @Nullable CompiledRules read(Digest key, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < MARK.length + 2 * Digest.LENGTH
                || !next(bytes, MARK.length).equals(ByteBuffer.wrap(MARK))
                || !next(bytes, Digest.LENGTH).equals(ByteBuffer.wrap(key.bytes()))
                || !next(bytes, Digest.LENGTH).equals(ByteBuffer.wrap(digest(key, bytes.slice())))) {
            return null;
        }
        try {
            return content(new DataInputStream(new ByteArrayInputStream(file, bytes.position(), bytes.remaining())));
        } catch (IOException e) {
            return null;
        }
    }

    private static ByteBuffer next(ByteBuffer bytes, int length) {
        ByteBuffer next = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return next;
    }

    private static byte[] digest(Digest key, ByteBuffer content) {
        MessageDigest digest = Digest.begin();
        digest.update(key.bytes());
        digest.update(content);
        return digest.digest();
    }

    private static byte[] content(CompiledRules rules) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(rules.models().size());
            for (String model : rules.models()) {
                out.writeUTF(model);
            }
            out.writeInt(rules.classes().size());
            for (Map.Entry<String, byte[]> one : new TreeMap<>(rules.classes()).entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable CompiledRules content(DataInputStream in) throws IOException {
        List<String> models = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            models.add(in.readUTF());
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = count(in); left > 0; left--) {
            String path = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                return null;
            }
            classes.put(path, in.readNBytes(length));
        }
        return in.available() == 0 ? new CompiledRules(models, classes) : null;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_CLASSES) {
            throw new IOException("no count");
        }
        return count;
    }
}
