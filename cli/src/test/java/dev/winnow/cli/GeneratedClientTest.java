package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A client generated from the description of the workbench compiles and works. Runs where {@code npm ci} was run in
 * {@code serve/client}.
 */
class GeneratedClientTest {

    private static final Path CLIENT = Run.HOME.resolve("serve/client");

    @Test
    void aGeneratedClientCallsTheOperations() throws IOException, InterruptedException {
        assumeThat(CLIENT.resolve("node_modules")).isDirectory();
        try (ServedApi served = new ServedApi("serve", "--no-browser")) {
            Process test = new ProcessBuilder(
                            CLIENT.resolve("test").toString(), served.base() + "?token=" + served.token())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(test.waitFor()).as(said).isZero();
            assertThat(said).contains("The generated client works.");
        }
    }
}
