package dev.winnow.serve.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.internal.workbench.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed bundle of CodeMirror, so that a build needs no npm. */
class EditorBundleTest {

    private static final Path SOURCES = Path.of("web");

    @Test
    void theBundleMatchesItsSources() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String file : List.of("build", "entry.js", "styles.js", "package.json", "package-lock.json")) {
            digest.update(Files.readAllBytes(SOURCES.resolve(file)));
        }

        assertThat(bundle().lines().findFirst())
                .as("run serve/web/build after a change of its sources")
                .contains("/*! inputs " + HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void theBundleContainsItsLicences() throws IOException {
        assertThat(bundle()).contains("MIT License", "Marijn Haverbeke", "style-mod", "w3c-keyname", "crelt", "Lezer");
    }

    private static String bundle() throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("/dev/winnow/serve/assets/codemirror.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
