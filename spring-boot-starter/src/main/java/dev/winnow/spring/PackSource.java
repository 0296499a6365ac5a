package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source of rule packs other than {@code winnow.pack}, such as a registry, a database or an archive. An application
 * defines a bean of this type. The source is polled every {@code winnow.reload.interval}. An exception at application
 * start ends the application; a later one leaves the last valid pack in use and is reported by the health indicator.
 *
 * <p>Only one thread at a time calls its methods.
 */
public interface PackSource {

    /** {@return the pack's name, the same as in its pack.yaml} */
    String name();

    /**
     * {@return the current files of the pack by name: {@code pack.yaml}, {@code demand-pull.drl}, {@code
     * cases/demand-pull.yaml}}
     *
     * @see RulePack#of(String, Map)
     */
    Map<String, String> files();

    /**
     * {@return a value that changes whenever the files do, such as a version or an ETag} The default is a digest of the
     * files, which reads all of them.
     */
    default String fingerprint() {
        MessageDigest digest = sha256();
        new TreeMap<>(files()).forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@return the location of the pack for logs and the health indicator; its name by default} */
    default String place() {
        return name();
    }

    /** {@return whether the files may change while the application runs; if not, they are read once} */
    default boolean mayChange() {
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
