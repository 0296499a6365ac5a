package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What tests of pages have in common. */
final class Pages {

    private Pages() {}

    /** Has a command line write a file, of which it complains about nothing. */
    static Path written(Path file, String... line) {
        Run run = Run.winnow(
                Stream.concat(Stream.of(line), Stream.of("-o", file.toString())).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return file;
    }

    /** Brings axe into a page, which finds what keeps people out. */
    static void loadAxe(Tab tab) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/axe.min.js"))) {
            tab.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
    }
}
