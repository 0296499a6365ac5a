package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/run} in a checkout without git, with a Maven that only writes a report. */
@EnabledOnOs(OS.LINUX)
class CiRunTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    private Path checkout;
    private int exit;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = folder.toRealPath().resolve("checkout");
        write("mvnw", """
            mkdir -p cli/target/surefire-reports
            echo '<testsuite name="One" tests="3" errors="0" skipped="1" failures="0">' >cli/target/surefire-reports/TEST-One.xml
            """);
        write("winnow", "echo table\n");
        write("bin/chromium", "");
        Files.createDirectories(checkout.resolve(".ci"));
        Files.copy(HOME.resolve(".ci/run"), checkout.resolve(".ci/run"));
    }

    private void write(String name, String script) throws IOException {
        Path path = checkout.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + script);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private List<String> run() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", checkout.resolve(".ci/run").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", "", (path, none) -> checkout.resolve("bin") + ":" + path);
        exit = builder.start().waitFor();
        return Files.readAllLines(out);
    }

    @Test
    void reportsTheNumberOfPassedTests() throws IOException, InterruptedException {
        assertThat(run()).contains("table", "2 passed, 0 failed, 1 skipped");
        assertThat(exit).isZero();
    }

    @Test
    void aReadOnlyCheckoutIsReported() throws IOException, InterruptedException {
        Files.writeString(checkout.resolve("target"), "");
        assertThat(run())
                .containsExactly("This checkout cannot be written to: " + checkout + ". Run .ci/run in a copy of it.");
        assertThat(exit).isEqualTo(1);
    }
}
