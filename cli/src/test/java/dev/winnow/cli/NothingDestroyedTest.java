package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command overwrites a file that may have been edited, unless {@code --force} is given. */
class NothingDestroyedTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run run(String words, Path... files) {
        String[] arguments = words.split(" ");
        for (int i = 0; i < arguments.length; i++) {
            for (int n = 0; n < files.length; n++) {
                arguments[i] = arguments[i].replace("%" + n, files[n].toString());
            }
        }
        return Run.winnow(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"import %0 -o %1", "template -f csv -o %1", "ask -f markdown -o %1", "synth --projects 1 -o %1"})
    void editedFilesAreNotOverwritten(String words) throws IOException {
        Path list = file("list.csv", "name\nA\n");
        Path out = file(
                words.startsWith("synth") ? "mine.ndjson" : words.startsWith("ask") ? "mine.md" : "mine.csv", "work\n");

        Run run = run(words, list, out);

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).isEqualTo("winnow: `" + out + "` already exists; use `--force` to overwrite it\n");
        assertThat(out).hasContent("work");
        assertThat(run(words + " --force", list, out).exit()).isZero();
        assertThat(Files.readString(out)).isNotEqualTo("work\n");
    }

    @Test
    void inputFilesAreNotOverwritten() throws IOException {
        Path list = file("list.csv", "name\nA\n");
        Path text = file("list.txt", "name\nA\n");

        assertThat(run("import %0 -o %0", list).err())
                .isEqualTo("winnow: `" + list + "` is also read by this command; use `--force` to overwrite it\n");
        assertThat(run("screen --project=%0 --output=%0", text).err())
                .isEqualTo("winnow: `" + text + "` is also read by this command; use `--force` to overwrite it\n");
        assertThat(list).hasContent("name\nA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "ndjson", "xlsx"})
    void onlyDocumentsReplaceDocuments(String form) throws IOException {
        Path out = folder.resolve("out." + form);
        String words = "screen --city qingdao -q -o %0";

        assertThat(run(words, out).exit()).isZero();
        assertThat(run(words, out).exit()).as("once more").isZero();
        Files.writeString(out, "{\"projects\": []}\n");
        assertThat(run(words, out).err())
                .isEqualTo("winnow: `" + out
                        + "` already exists and was not written by winnow; use `--force` to overwrite it\n");
        assertThat(out).hasContent("{\"projects\": []}");
    }

    @Test
    void tablesOfGapsAreDocuments() {
        Run.assumeBuilt("gaps");
        Path out = folder.resolve("gaps.csv");
        assertThat(run("gaps qingdao -q -o %0", out).exit()).isZero();
        assertThat(run("gaps qingdao -q -o %0", out).exit()).isZero();
    }

    @Test
    void correctedRowsStayAndNewFilesAreNumbered() throws IOException {
        Path list = file("list.csv", "name,decided\nA,soon\n");
        run("import %0", list);
        Path mended = file("list.refused.csv", "mended\n");

        assertThat(run("import %0", list).out())
                .contains("Refused rows, with their reasons, are in " + folder.resolve("list.refused-2.csv"));
        Path second = folder.resolve("list.refused-2.csv");
        assertThat(run("import %0", second).out()).contains("list.refused-3.csv");
        assertThat(mended).hasContent("mended");
        assertThat(run("import %0 --refused %1", list, mended).exit()).isEqualTo(Exit.USAGE);
        assertThat(mended).hasContent("mended");
        assertThat(run("import %0 --refused %1 --force", list, mended).exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(Files.readString(mended)).contains("soon");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> drafts = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".part"))
                    .toList();
            assertThat(drafts).isEmpty();
        }
    }
}
