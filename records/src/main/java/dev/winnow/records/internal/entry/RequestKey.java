package dev.winnow.records.internal.entry;

import dev.winnow.records.internal.content.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a request that recorded something, so that the request is not recorded again if it is repeated.
 *
 * @param key the key that the client chose: at most 100 visible ASCII characters without quotes and backslashes
 * @param digest digest of the operation and of the body of the request
 */
public record RequestKey(String key, String digest) {

    private static final Pattern KEY = Pattern.compile("[!#-\\[\\]-~]{1,100}");

    public RequestKey {
        Objects.requireNonNull(digest);
        if (!isKey(key)) {
            throw new IllegalArgumentException("not a key of a request");
        }
    }

    /** Whether a text can be a key; such a text is the same in JSON. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * Returns the key of a request.
     *
     * @param key the key; null if the request has none
     * @param operation the path of the operation
     */
    public static @Nullable RequestKey of(@Nullable String key, String operation, byte[] body) {
        return key == null ? null : new RequestKey(key, digest(operation, body));
    }

    private static String digest(String operation, byte[] body) {
        try {
            return Content.of(out -> {
                        out.write((operation + "\n").getBytes(StandardCharsets.UTF_8));
                        out.write(body);
                    })
                    .digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns bytes that each record with this key contains. */
    public byte[] mark() {
        return ("\"request\":{\"key\":\"" + key + "\",").getBytes(StandardCharsets.UTF_8);
    }
}
