package dev.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final String CACHE = "winnow.cache";

    @Test
    void allIsWellHereAndWhatComesWithWinnowIsCounted() {
        Run run = Run.winnow("doctor");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("ok    Java " + System.getProperty("java.version"))
                .contains("ok    names of files may be in any language\n")
                .containsPattern("ok    sets are chosen by \\S")
                .containsPattern("ok    pack battery 1\\.0\\.0: \\d+ rules\n")
                .containsPattern("ok    universe illustrative: 12 projects, 3 cities\n")
                .endsWith("\nAll is well.\n");
        assertThat(Run.winnow("doctor", "--lang", "zh").out()).endsWith("\n一切正常。\n");
    }

    @Test
    void aFolderThatOthersMayWriteToIsAmiss(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        String before = System.setProperty(CACHE, folder.toString());
        try {
            Run run = Run.winnow("doctor");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out())
                    .contains(
                            "amiss " + folder + " may be written by others, so nothing is kept in it between starts\n")
                    .endsWith("\n1 of these is amiss; winnow may not work.\n");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            assertThat(Run.winnow("doctor").out())
                    .contains("ok    it keeps between starts what it works out, in " + folder + "\n");
        } finally {
            if (before == null) {
                System.clearProperty(CACHE);
            } else {
                System.setProperty(CACHE, before);
            }
        }
    }

    @Test
    void helpAndVersionAreSaidAsPeopleAsk() {
        assertThat(Run.winnow("help", "schema").out())
                .isEqualTo(Run.winnow("schema", "--help").out())
                .startsWith("Usage: winnow schema");
        assertThat(Run.winnow("help").out())
                .isEqualTo(Run.winnow("--help").out())
                .contains("`winnow help screen` tells of a command, `winnow doctor` of this installation.");
        assertThat(Run.winnow("--lang", "zh", "help", "schema").out()).startsWith("用法：winnow schema");
        assertThat(Run.winnow("version").out())
                .isEqualTo(Run.winnow("--version").out())
                .contains("Java " + System.getProperty("java.version"));
        Run mistyped = Run.winnow("help", "scren");
        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).contains("maybe `screen`?");
    }
}
