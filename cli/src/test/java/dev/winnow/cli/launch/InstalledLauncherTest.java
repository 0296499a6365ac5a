package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command that the launcher of an installed winnow starts; its Java only prints it. */
@DisabledOnOs(OS.WINDOWS)
class InstalledLauncherTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    private Path installed;
    private Path user;

    @BeforeEach
    void install() throws IOException {
        installed = folder.toRealPath().resolve("winnow");
        user = Files.createDirectories(folder.toRealPath().resolve("user"));
        for (String made : List.of("bin", "lib/launch", "runtime/bin")) {
            Files.createDirectories(installed.resolve(made));
        }
        Files.copy(HOME.resolve("install/winnow"), installed.resolve("bin/winnow"));
        Files.copy(HOME.resolve("cli/src/main/launch/run.sh"), installed.resolve("lib/launch/run.sh"));
        Files.writeString(installed.resolve("runtime/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        for (String program : List.of("bin/winnow", "runtime/bin/java")) {
            assertThat(installed.resolve(program).toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void itsOwnJavaStartsAndTheUsersHomeStaysUntouched() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(installed.resolve("bin/winnow").toString(), "screen");
        builder.environment().keySet().removeIf(name -> name.startsWith("WINNOW") || name.startsWith("XDG"));
        builder.environment().put("HOME", user.toString());
        Path out = folder.resolve("out");
        Process process = builder.redirectOutput(out.toFile()).start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllLines(out))
                .contains("-Dwinnow.home=" + installed)
                .noneMatch(word -> word.contains(user.toString()))
                .endsWith("screen");
        assertThat(user).isEmptyDirectory();
    }

    @Test
    void aDeletedWorkingFolderIsReported() throws IOException, InterruptedException {
        for (Path launcher : List.of(installed.resolve("bin/winnow"), HOME.resolve("winnow"))) {
            Process process = new ProcessBuilder(
                            "sh",
                            "-c",
                            "cd \"$1\" && rmdir \"$1\" && exec \"$2\" screen",
                            "sh",
                            Files.createDirectory(folder.resolve("gone")).toString(),
                            launcher.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.contains("getcwd"))) // the shell's own note at its start
                    .containsExactly("winnow: the working folder no longer exists; change to another with `cd`");
            assertThat(process.waitFor()).isEqualTo(4);
        }
    }
}
