package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher of an installed winnow starts; its Java only prints that. */
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
        Files.writeString(installed.resolve("lib/edition"), "0123\n");
        Files.writeString(installed.resolve("runtime/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        for (String program : List.of("bin/winnow", "runtime/bin/java")) {
            assertThat(installed.resolve(program).toFile().setExecutable(true)).isTrue();
        }
    }

    /** The options that name a cache. */
    private List<String> caches(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(installed.resolve("bin/winnow").toString(), "screen");
        builder.environment().keySet().removeIf(name -> name.startsWith("WINNOW") || name.startsWith("XDG"));
        builder.environment().put("HOME", user.toString());
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Process process = builder.redirectOutput(out.toFile()).start();
        assertThat(process.waitFor()).isZero();
        List<String> words = Files.readAllLines(out);
        assertThat(words).contains("-Dwinnow.home=" + installed).endsWith("screen");
        return words.stream().filter(word -> word.startsWith("-Dwinnow.cache=")).toList();
    }

    @Test
    void whatItWorksOutIsKeptWhereItsUserKeepsSuchThings() throws Exception {
        Path caches = Files.createDirectories(user.resolve(".cache"));
        assertThat(caches(Map.of())).containsExactly("-Dwinnow.cache=" + caches + "/winnow/0123");
        Path named = Files.createDirectories(user.resolve("my caches"));
        assertThat(caches(Map.of("XDG_CACHE_HOME", named.toString())))
                .containsExactly("-Dwinnow.cache=" + named + "/winnow/0123");
        assertThat(caches(Map.of("XDG_CACHE_HOME", "relative")))
                .containsExactly("-Dwinnow.cache=" + caches + "/winnow/0123");
    }

    @Test
    void whereAUserHasNoSuchPlaceNothingIsKept() throws Exception {
        assertThat(caches(Map.of())).isEmpty();
        assertThat(caches(Map.of("HOME", ""))).isEmpty();
        assertThat(caches(Map.of("XDG_CACHE_HOME", user.resolve("absent").toString())))
                .isEmpty();
    }
}
