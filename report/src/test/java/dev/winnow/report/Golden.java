package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected output kept in files. {@code -Dwinnow.golden=write} rewrites them; review the diff. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Asserts that an output equals the golden file, byte for byte. */
    public static void assertSame(String file, String actual) {
        Path golden = FOLDER.resolve(file);
        try {
            if ("write".equals(System.getProperty("winnow.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(actual).as(file).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
