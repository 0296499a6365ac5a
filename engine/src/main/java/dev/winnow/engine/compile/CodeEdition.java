package dev.winnow.engine.compile;

import dev.winnow.language.syntax.PackRule;
import dev.winnow.model.value.Figure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drools.model.Model;

/**
 * A digest of the code that compiles and runs rules; it changes with winnow's own classes, with Drools and with Java.
 *
 * <p>Versions do not suffice, as developers of winnow change its classes without changing its version. For a jar the
 * digest covers the checksums in its directory: they change with any byte and are read without reading the whole jar.
 */
final class CodeEdition {

    /** One class of each jar that affects what rules compile to and do. */
    private static final List<Class<?>> CODE = List.of(CodeEdition.class, PackRule.class, Figure.class, Model.class);

    private CodeEdition() {}

    /** The version, name and vendor of the running JVM. */
    static String java() {
        return Runtime.version() + "\n" + System.getProperty("java.vm.name") + " " + System.getProperty("java.vendor");
    }

    /**
     * The digest of the code on a given JVM.
     *
     * @throws IOException if the location of the code is unknown
     */
    static String read(String java) throws IOException {
        MessageDigest digest = Digest.begin();
        add(digest, java);
        Set<Path> sources = new LinkedHashSet<>();
        for (Class<?> one : CODE) {
            sources.add(source(one));
        }
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                addFolder(digest, source);
            } else {
                addJar(digest, source);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path source(Class<?> one) throws IOException {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("no source of " + one);
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException("no file of " + one, e);
        }
    }

    private static void addJar(MessageDigest digest, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                add(digest, entry.getName());
                digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(entry.getCrc())
                        .putLong(entry.getSize())
                        .array());
            }
        }
    }

    private static void addFolder(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                add(digest, folder.relativize(file).toString());
                digest.update(Files.readAllBytes(file));
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
