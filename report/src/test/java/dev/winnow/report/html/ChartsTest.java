package dev.winnow.report.html;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The committed bundle of ECharts, so that a build needs no npm. */
class ChartsTest {

    private static final Path SOURCES = Path.of("charts");

    @Test
    void theBundleMatchesItsSources() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String file : List.of("build", "entry.js", "package.json", "package-lock.json")) {
            digest.update(Files.readAllBytes(SOURCES.resolve(file)));
        }

        assertThat(bundle().lines().findFirst())
                .as("run report/charts/build after a change of its sources")
                .contains("/*! inputs " + HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void theBundleContainsItsLicences() throws IOException {
        assertThat(bundle())
                .contains("Apache License", "Version 2.0, January 2004", "The Apache Software Foundation")
                .contains("Copyright (c) 2017, Baidu Inc.", "Mike Bostock", "Microsoft Corporation");
    }

    @Test
    void theBundleDoesNotCloseItsElement() throws IOException {
        assertThat(bundle()).doesNotContainIgnoringCase("</script").doesNotContain("<!--");
    }

    private static String bundle() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/winnow/report/page/charts.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
