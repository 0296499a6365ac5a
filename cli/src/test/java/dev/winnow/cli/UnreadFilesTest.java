package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command reports an unread file in the folder of a universe, unless it is given separately. */
class UnreadFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aUniverseWithOtherFiles() throws IOException {
        Files.writeString(folder.resolve("u.yaml"), "universe: {name: small, title: Small, asOf: 2026-01-01}\n");
        Files.writeString(folder.resolve("u.yaml~"), "");
        Files.writeString(folder.resolve("README.md"), "");
        Files.writeString(folder.resolve("cities.csv"), "name\nTown\n");
    }

    private String notes(String language, String... more) {
        String[] line = new String[3 + more.length];
        line[0] = "evidence";
        line[1] = "-u";
        line[2] = folder.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        Run run = Run.winnow(Map.of("WINNOW_LANG", language), false, line);
        assertThat(run.exit()).isZero();
        return run.err().replace(folder + "/", "");
    }

    @Test
    void unreadFilesAreReportedInEnglish() {
        assertThat(notes("en")).isEqualTo("""
                note: cities.csv: a table is not read as part of its folder
                   | name it as well: `-u cities.csv`
                note: u.yaml~: the file is not read because its name does not end in `.yaml`, `.yml` or `.json`
                   | rename it to `.u.yaml~` if it does not belong to the universe
                """);
    }

    @Test
    void unreadFilesAreReportedInChinese() {
        assertThat(notes("zh")).isEqualTo("""
                提示：cities.csv: 该表格不随所在文件夹读取
                   | 请一并指定：`-u cities.csv`
                提示：u.yaml~: 该文件未读取：文件名不以 `.yaml`、`.yml` 或 `.json` 结尾
                   | 若不属于数据集，请改名为 `.u.yaml~`
                """);
    }

    @Test
    void aTableGivenSeparatelyIsRead() {
        assertThat(notes("en", "-u", folder.resolve("cities.csv").toString())).doesNotContain("the table is not read");
    }

    @Test
    void quietSuppressesNotes() {
        assertThat(notes("en", "-q")).isEmpty();
    }
}
