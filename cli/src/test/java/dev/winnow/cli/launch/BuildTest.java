package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Builds of a checkout with a Maven that only records its call. */
@DisabledOnOs(OS.WINDOWS)
class BuildTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final String BUILDS =
            "echo built >>ran; mkdir -p .winnow/build/winnow-cli;" + " : >.winnow/build/winnow-cli/winnow-cli.jar\n";

    @TempDir
    private Path checkout;

    private String said = "";

    @BeforeEach
    void makeCheckout() throws IOException {
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("cli/src/main/java"));
        maven(BUILDS);
    }

    private void maven(String script) throws IOException {
        Files.writeString(checkout.resolve("mvnw"), script);
    }

    private int run() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Build(checkout, "jdk", new PrintStream(err, true, StandardCharsets.UTF_8)).run();
        said = err.toString(StandardCharsets.UTF_8).replace(checkout.toString(), "…");
        return exit;
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.resolve("ran"));
    }

    @Test
    void buildsOnceUntilASourceIsNewer() throws Exception {
        assertThat(run()).isZero();
        assertThat(said).isEqualTo("winnow: building (the first run fetches some 210 MB and takes a minute or two)…\n");
        assertThat(run()).isZero();
        assertThat(said).isEmpty();
        assertThat(builds()).hasSize(1);
        Path source = Files.writeString(checkout.resolve("cli/src/main/java/Main.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(run()).isZero();
        assertThat(said).isEqualTo("winnow: building…\n");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void sourcesInsideAnotherRepositoryHaveNoCommit() throws Exception {
        maven("for word; do case $word in -Dwinnow.commit=*) echo \"$word\" >>commits ;; esac; done; " + BUILDS);
        Path outer = checkout;
        git("init", "-q");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "x");
        checkout = Files.createDirectories(outer.resolve("inner/cli/src/main/java"))
                .getParent()
                .getParent()
                .getParent()
                .getParent();
        Files.copy(outer.resolve("pom.xml"), checkout.resolve("pom.xml"));
        Files.copy(outer.resolve("mvnw"), checkout.resolve("mvnw"));
        assertThat(run()).isZero();
        assertThat(Files.readString(checkout.resolve("commits"))).isEqualTo("-Dwinnow.commit=\n");
        checkout = outer;
        assertThat(run()).isZero();
        assertThat(Files.readString(checkout.resolve("commits"))).matches("-Dwinnow.commit=[0-9a-f]{12}-?.*\n");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            assumeTrue(
                    new ProcessBuilder(command)
                                    .directory(checkout.toFile())
                                    .start()
                                    .waitFor()
                            == 0,
                    "git refuses");
        } catch (IOException e) {
            assumeTrue(false, "there is no git here");
        }
    }

    @Test
    void editsDuringABuildAreBuiltNextTime() throws Exception {
        maven("sleep 0.1; : >cli/src/main/java/Main.java; " + BUILDS);
        assertThat(run()).isZero();
        maven(BUILDS);
        assertThat(run()).isZero();
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aFailedArchiveIsNotTriedAgain() throws Exception {
        assertThat(run()).isZero();
        Path options = checkout.resolve(".winnow/start-jdk.options");
        assertThat(options).content().startsWith("# This JDK could not create an archive.\n");
        FileTime made = Files.getLastModifiedTime(options);
        assertThat(run()).isZero();
        assertThat(Files.getLastModifiedTime(options)).isEqualTo(made);
        assertThat(checkout.resolve(".winnow/start-jdk.new")).doesNotExist();
    }

    @Test
    void archivesOfOlderJarsAreDeleted() throws Exception {
        Files.createDirectories(checkout.resolve(".winnow"));
        Files.writeString(checkout.resolve(".winnow/start-17-other.archive"), "");
        assertThat(run()).isZero();
        assertThat(checkout.resolve(".winnow/start-17-other.archive")).doesNotExist();
    }

    @Test
    void aFailedBuildReportsTheCauseWithoutMavensAdvice() throws Exception {
        maven("echo '[ERROR] Main.java:[3,1] class expected'; echo '[ERROR]'; echo '[ERROR] Re-run Maven with -X';"
                + " exit 1\n");
        assertThat(run()).isEqualTo(4);
        assertThat(said).isEqualTo("""
            winnow: building (the first run fetches some 210 MB and takes a minute or two)…
            winnow: the build failed. The end of …/.winnow/build.log:
              [ERROR] Main.java:[3,1] class expected
            """);
        assertThat(checkout.resolve(".winnow/stamp")).doesNotExist();
    }

    @Test
    void aBuildWithoutNetworkIsReported() throws Exception {
        maven("echo '[ERROR] Could not transfer artifact: repo.example.org: Name or service not known'; exit 1\n");
        assertThat(run()).isEqualTo(4);
        assertThat(said).isEqualTo("""
            winnow: building (the first run fetches some 210 MB and takes a minute or two)…
            winnow: the build could not download its libraries; check the network
            Only a build needs the network: the first one downloads Maven and the libraries from Maven Central. Connect, and run winnow again.
            Behind a proxy: name it in ~/.m2/settings.xml and in https_proxy. The output of Maven is in …/.winnow/build.log
            """);
    }

    @Test
    void aReadOnlyCheckoutIsReported() throws Exception {
        Files.writeString(checkout.resolve(".winnow"), "");
        assertThat(run()).isEqualTo(4);
        assertThat(said).isEqualTo("winnow: it must be built first, but … is not writable\n");
    }

    @Test
    void ofTwoConcurrentStartsOneBuilds() throws Exception {
        // The build lasts until the other launcher waits, however late that starts.
        maven("for i in $(seq 6000); do grep -q waiting first second && break; sleep 0.1; done; " + BUILDS);
        Process first = launcher("first");
        Process second = launcher("second");
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(builds()).hasSize(1);
        assertThat(Files.readString(checkout.resolve("first")) + Files.readString(checkout.resolve("second")))
                .contains("winnow: building", "winnow: waiting for another build to finish…");
    }

    /** Starts the source file as the launcher does, without compiled classes. */
    private Process launcher(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + HOME.resolve("cli/src/main/launch/java.options"),
                        HOME.resolve("cli/src/main/java/dev/winnow/cli/launch/Build.java")
                                .toString(),
                        checkout.toString(),
                        "jdk")
                .redirectError(checkout.resolve(name).toFile())
                .start();
    }
}
