package dev.winnow.serve.internal.panel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The random keys in the links of assessors, until the server stops. Thread-safe. */
public final class AssessorKeys {

    private static final int KEY_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** Returns the key of an assessor. */
    public String of(String assessor) {
        return keys.computeIfAbsent(assessor, any -> {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            return HexFormat.of().formatHex(key);
        });
    }

    /** Returns the id of the assessor with a key; null if there is none. Compares in constant time. */
    public @Nullable String assessor(String key) {
        String found = null;
        for (Map.Entry<String, String> one : keys.entrySet()) {
            if (MessageDigest.isEqual(
                    one.getValue().getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))) {
                found = one.getKey();
            }
        }
        return found;
    }
}
