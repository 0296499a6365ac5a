package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Helpers for tests of pages. */
final class Pages {

    private Pages() {}

    /** Runs a command line that writes a file without any complaint. */
    static Path written(Path file, String... line) {
        Run run = Run.winnow(
                Stream.concat(Stream.of(line), Stream.of("-o", file.toString())).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return file;
    }

    /** Loads axe, an accessibility checker, into a page, unless it is there. */
    static void loadAxe(Tab tab) throws IOException {
        if (tab.run("'axe' in window").asBoolean()) {
            return;
        }
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/axe.min.js"))) {
            tab.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
    }
}
