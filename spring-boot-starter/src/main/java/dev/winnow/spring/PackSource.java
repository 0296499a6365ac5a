package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a pack is read from: an application whose packs come from elsewhere than {@code winnow.pack}, such as a registry, a database
 * or an archive, makes a bean of one. It is asked again every {@code winnow.reload.interval}. An exception that it throws when the
 * application starts ends it; later the last pack counts on, and health tells why.
 *
 * <p>Its methods are called by one thread at a time.
 */
public interface PackSource {

    /** {@return the pack's name, which its pack.yaml has, too} */
    String name();

    /**
     * {@return the pack's files as they are now, by name: {@code pack.yaml}, {@code demand-pull.drl}, {@code cases/demand-pull.yaml}}
     *
     * @see RulePack#of(String, Map)
     */
    Map<String, String> files();

    /**
     * {@return what changes whenever the files do, such as a version or an ETag} Without a method of its own it is a digest of the
     * files, for which all of them are read.
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

    /** {@return where the pack is, as people write it, for logs and health; its name unless there is more to say} */
    default String place() {
        return name();
    }

    /** {@return whether the files may change while the application runs; else they are read once} */
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
