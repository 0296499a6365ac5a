package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command that the script {@code winnow} starts, and its choice of JDK, in a checkout with fake JDKs. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final String LAUNCH = "cli/src/main/launch";

    /** Times before and after a build, and of its stamp. */
    private static final Instant EARLY = Instant.parse("2025-01-01T00:00:00Z");

    private static final Instant BUILT = EARLY.plusSeconds(60);
    private static final Instant LATE = EARLY.plusSeconds(120);

    @TempDir
    private Path folder;

    private Path checkout;
    private Path jdk;

    private record Start(int exit, List<String> out, String err) {

        boolean isBuild() {
            return out.stream().anyMatch(word -> word.endsWith("/Build.java"));
        }
    }

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = folder.toRealPath().resolve("检出 checkout");
        jdk = jdk("jdk", "21.0.1", true);
        for (String name : List.of(
                "winnow",
                LAUNCH + "/run.sh",
                LAUNCH + "/java.options",
                LAUNCH + "/short.options",
                LAUNCH + "/no-jdk.txt")) {
            Path to = checkout.resolve(name);
            Files.createDirectories(to.getParent());
            Files.copy(HOME.resolve(name), to);
        }
        assertThat(checkout.resolve("winnow").toFile().setExecutable(true)).isTrue();
        write("pom.xml", EARLY);
        write("cli/src/main/java/Main.java", EARLY);
        for (Path path : List.of(
                checkout.resolve("cli/src/main/java"),
                checkout.resolve(LAUNCH),
                checkout.resolve(LAUNCH + "/run.sh"),
                checkout.resolve(LAUNCH + "/java.options"),
                checkout.resolve(LAUNCH + "/short.options"),
                checkout.resolve(LAUNCH + "/no-jdk.txt"),
                checkout.resolve("cli/src/main"))) {
            Files.setLastModifiedTime(path, FileTime.from(EARLY));
        }
        write(".winnow/build/winnow-cli/winnow-cli.jar", BUILT);
        write(".winnow/stamp", BUILT);
        write(".winnow/start-21.0.1-jdk.options", LATE);
    }

    private Path write(String name, Instant time) throws IOException {
        Path path = checkout.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        return Files.setLastModifiedTime(path, FileTime.from(time));
    }

    /** Creates a fake JDK whose Java prints its arguments. */
    private Path jdk(String name, String version, boolean compiler) throws IOException {
        Path made = folder.toRealPath().resolve(name);
        Files.createDirectories(made.resolve("bin"));
        Files.writeString(made.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : compiler ? List.of("java", "javac") : List.of("java")) {
            Path path = made.resolve("bin").resolve(program);
            Files.writeString(path, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            assertThat(path.toFile().setExecutable(true)).isTrue();
        }
        return made;
    }

    private Start start(Map<String, String> environment, Path from, String... command)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WINNOW") || name.startsWith("LC_"));
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "LANG", "C"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Start(
                exit,
                Files.readString(out, StandardCharsets.UTF_8).lines().toList(),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Start start(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = checkout.resolve("winnow").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return start(Map.of(), folder, command);
    }

    // --- Command ---

    @Test
    void javaStartsOnceWithOptionsAndUnchangedArguments() throws Exception {
        assertThat(start("explain", "硅 片", "*", "@x", "").out())
                .containsExactly(
                        "@" + checkout.resolve(LAUNCH + "/java.options"),
                        "@" + checkout.resolve(LAUNCH + "/short.options"),
                        "-XX:+UseSerialGC",
                        "@" + checkout.resolve(".winnow/start-21.0.1-jdk.options"),
                        "-Dwinnow.home=" + checkout,
                        "-Dwinnow.terminal=false",
                        "-jar",
                        checkout.resolve(".winnow/build/winnow-cli/winnow-cli.jar")
                                .toString(),
                        "explain",
                        "硅 片",
                        "*",
                        "@x",
                        "");
    }

    @Test
    void linksAndItsOwnFolderWork() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("far"), checkout.resolve("winnow"));
        Files.createSymbolicLink(bin.resolve("winnow"), Path.of("far"));
        List<String> expected = start("screen").out();
        assertThat(start(Map.of(), Path.of("/"), bin.resolve("winnow").toString(), "screen")
                        .out())
                .isEqualTo(expected);
        assertThat(start(Map.of(), bin, "sh", "winnow", "screen").out()).isEqualTo(expected);
        assertThat(start(Map.of(), checkout, "./winnow", "screen").out()).isEqualTo(expected);
        assertThat(start(Map.of(), checkout.resolve("cli"), "../winnow", "screen")
                        .out())
                .isEqualTo(expected);
    }

    @Test
    void userOptionsAreSplitAndTheirCollectorTakesPrecedence() throws Exception {
        List<String> words = start(
                        Map.of("WINNOW_JAVA_OPTS", "-Xmx4g  -XX:+UseG1GC -Da=*"), checkout, "./winnow", "screen")
                .out();
        assertThat(words).contains("-Xmx4g", "-XX:+UseG1GC", "-Da=*").doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void largeInputsUseBothCompilers() throws Exception {
        String option = "@" + checkout.resolve(LAUNCH + "/short.options");
        hold("large.csv", (64 << 20) + 1);
        hold("small.csv", 64 << 20);
        assertThat(start(Map.of(), checkout, "./winnow", "screen", "--project", "small.csv")
                        .out())
                .contains(option);
        assertThat(start(Map.of(), checkout, "./winnow", "screen", "--project", "large.csv")
                        .out())
                .doesNotContain(option);
        assertThat(start(Map.of(), checkout, "./winnow", "import", "small.csv").out())
                .contains(option);
    }

    /** Creates a sparse file of a given size. */
    private void hold(String file, int size) throws IOException {
        try (RandomAccessFile empty =
                new RandomAccessFile(checkout.resolve(file).toFile(), "rw")) {
            empty.setLength(size);
        }
    }

    // --- Builds ---

    @Test
    void newerSourcesTriggerABuildAndEditsOfRulesDoNot() throws Exception {
        write("rules/battery/pack.yaml", LATE);
        write("seeds/illustrative/cities.yaml", LATE);
        assertThat(start("screen").isBuild()).isFalse();
        write("model/pom.xml", LATE);
        assertThat(start("screen").isBuild()).isTrue();
        write("model/pom.xml", EARLY);
        assertThat(start("screen").isBuild()).isFalse();
        Files.setLastModifiedTime(checkout.resolve("cli/src/main/java"), FileTime.from(LATE));
        assertThat(start("screen").isBuild()).as("a file was removed").isTrue();
    }

    @Test
    void aMissingJarOrStampTriggersABuild() throws Exception {
        Files.delete(checkout.resolve(".winnow/stamp"));
        Start start = start("screen");
        assertThat(start.out().subList(0, 5))
                .containsExactly(
                        "@" + checkout.resolve(LAUNCH + "/java.options"),
                        checkout.resolve("cli/src/main/java/dev/winnow/cli/launch/Build.java")
                                .toString(),
                        checkout.toString(),
                        "21.0.1-jdk",
                        "@" + checkout.resolve(LAUNCH + "/java.options"));
        assertThat(HOME.resolve("cli/src/main/java/dev/winnow/cli/launch/Build.java"))
                .exists();
    }

    @Test
    void anotherJdkOnlyPreparesTheStart() throws Exception {
        Files.delete(checkout.resolve(".winnow/start-21.0.1-jdk.options"));
        Start start = start("screen");
        assertThat(start.isBuild()).isFalse();
        assertThat(start.out()).contains("dev.winnow.cli.launch.Build", "21.0.1-jdk");
    }

    // --- Choice of JDK ---

    @Test
    void aMissingJdkIsReportedWithAdvice() throws Exception {
        Path winnow = checkout.resolve("winnow");
        String script = Files.readString(winnow);
        String elsewhere = script.replaceFirst("places='[^']*'", "places='" + folder + "/*'");
        assertThat(elsewhere).as("where this machine may have a JDK").isNotEqualTo(script);
        Files.writeString(winnow, elsewhere);
        Files.delete(jdk.resolve("bin/java"));
        Path old = jdk("old", "1.8.0_392", true);
        Start start = start(
                Map.of("JAVA_HOME", old.toString(), "PATH", jdk("eleven", "11.0.2", true) + "/bin:/usr/bin:/bin"),
                checkout,
                "./winnow",
                "screen");
        assertThat(start.exit()).isEqualTo(4);
        assertThat(start.err())
                .startsWith("winnow: needs a JDK, version 17 or newer, and found none.\n  found Java 8 in " + old
                        + "\n  found Java 11 in ")
                .endsWith("One that is installed elsewhere: set JAVA_HOME to its folder.\n");
    }

    @Test
    void onlyABuildNeedsACompiler() throws Exception {
        Path runtime = jdk("runtime", "17.0.9", false);
        write(".winnow/start-17.0.9-runtime.options", LATE);
        Map<String, String> environment = Map.of("JAVA_HOME", runtime.toString(), "PATH", jdk + "/bin:/usr/bin:/bin");
        assertThat(start(environment, checkout, "./winnow", "screen").out())
                .contains("@" + checkout.resolve(".winnow/start-17.0.9-runtime.options"));
        Files.delete(checkout.resolve(".winnow/stamp"));
        assertThat(start(environment, checkout, "./winnow", "screen").out()).contains("21.0.1-jdk");
    }
}
