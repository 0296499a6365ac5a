package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The package that {@code install/build} creates. */
@DisabledOnOs(OS.WINDOWS)
class InstallBuildTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    private int exit;

    private String glibc(Path... folders) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder("sh", HOME.resolve("install/glibc").toString());
        for (Path one : folders) {
            builder.command().add(one.toString());
        }
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        exit = process.waitFor();
        return Files.readString(out);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thePackageRequiresTheHighestGlibcOfItsLibraries() throws IOException, InterruptedException {
        Path runtime = Files.createDirectories(folder.resolve("a runtime/lib/server"));
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Files.writeString(runtime.resolve("libjvm.so"), "\177ELF\0GLIBC_2.9\0GLIBC_2.17\0GLIBC_2.2.5\0GLIBC_PRIVATE\0");
        Files.writeString(jars.resolve("libsolver.so"), "\177ELF\0GLIBCXX_3.4.22\0GLIBC_2.26\0GLIBC_2.3\0");
        assertThat(glibc(runtime)).isEqualTo("2.17\n");
        assertThat(glibc(folder.resolve("a runtime"), jars)).isEqualTo("2.26\n");
        assertThat(exit).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAVersionNoPackageIsWritten() throws IOException, InterruptedException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(glibc(empty)).isEqualTo("install: nothing below " + empty + " names a version of glibc\n");
        assertThat(exit).isEqualTo(4);
    }

    @Test
    void everyPlaceholderInTheControlFileIsFilled() throws IOException {
        String build = Files.readString(HOME.resolve("install/build"));
        assertThat(Files.readString(HOME.resolve("install/debian/control"))).contains("libc6 (>= @GLIBC@)");
        for (String place : List.of("VERSION", "MACHINE", "SIZE", "GLIBC")) {
            assertThat(build).contains("s/@" + place + "@/");
        }
    }
}
