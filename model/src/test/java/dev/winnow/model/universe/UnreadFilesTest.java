package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unread files in the folder of a universe are reported with advice, except files that contain no facts. */
class UnreadFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aUniverse() throws IOException {
        Files.writeString(folder.resolve("u.yaml"), "universe: {name: small, title: Small, asOf: 2026-01-01}\n");
    }

    private List<String> notes() {
        Universe universe = Universe.read(folder);
        assertThat(universe.problems()).isEmpty();
        return shown(universe);
    }

    private List<String> shown(Universe universe) {
        return universe.notes().stream()
                .map(note -> note.toString().replace(folder.toString().replace('\\', '/') + "/", ""))
                .toList();
    }

    private void put(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name,city\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list.csv", "list.TSV", "list.xlsx", "list.xlsm", "old.xls", "many.ndjson", "in/many.jsonl"})
    void aTableIsReportedWithTheOptionThatReadsIt(String name) throws IOException {
        put(name);

        assertThat(notes())
                .containsExactly(name + ": a table is not read as part of its folder\n" + "   | name it as well: `-u "
                        + name + "`");
    }

    @Test
    void aTableOfOwnCandidatesIsReportedWithTheirOption() throws IOException {
        put("list.csv");

        assertThat(shown(Universe.parse(Map.of()).and(folder)))
                .containsExactly("list.csv: a table is not read as part of its folder\n"
                        + "   | name it as well: `--project list.csv`");
    }

    @Test
    void adviceOnATableOfAnotherProgramIsToSaveItFirst() throws IOException {
        put("list.ods");

        assertThat(notes())
                .containsExactly("list.ods: a table is not read as part of its folder\n"
                        + "   | save it as .xlsx or .csv, and name that file as well");
    }

    @Test
    void aDocumentWithAMappingBesideItIsATable() throws IOException {
        Files.writeString(folder.resolve("tracker.json"), "{\"plants\": []}\n");
        Files.writeString(folder.resolve("tracker.json.map.yaml"), "records: plants\n");

        assertThat(notes())
                .containsExactly("tracker.json: a table is not read as part of its folder\n"
                        + "   | name it as well: `-u tracker.json`");
    }

    @Test
    void aMappingWithoutItsTableIsADocumentLikeOthers() throws IOException {
        Files.writeString(folder.resolve("world.map.yaml"), "tracks: [{id: chips, name: Chips}]\n");

        assertThat(notes()).isEmpty();
        assertThat(Universe.read(folder).called("tracks")).containsKey("chips");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u.yaml~ | rename it to `.u.yaml~` if it does not belong to the universe",
                "u.yaml.bak | rename it to `.u.yaml.bak` if it does not belong to the universe",
                "chain.yaml.txt | rename it to `chain.yaml` if it belongs to the universe, else to `.chain.yaml.txt`",
                "chain.ymal | rename it to `chain.yaml` if it belongs to the universe, else to `.chain.ymal`",
                "chain.jsn | rename it to `chain.json` if it belongs to the universe, else to `.chain.jsn`",
                "list.txt | name it as well, `-u list.txt`, if it is a table; rename it to `.list.txt` if it does not belong"
                        + " to the universe",
                "list | rename it to `.list` if it does not belong to the universe",
                "chain.xml | rename it to `.chain.xml` if it does not belong to the universe",
            })
    void anUnreadFileIsReportedWithTheReason(String name, String advice) throws IOException {
        put(name);

        assertThat(notes())
                .containsExactly(name
                        + ": the file is not read because its name does not end in `.yaml`, `.yml` or `.json`\n   | "
                        + advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "readme",
                "LICENSE",
                "notes.md",
                "article.pdf",
                "map.PNG",
                "letter.docx",
                "make.py",
                ".hidden.csv",
                ".git/index.csv",
                "~$list.xlsx",
                "Thumbs.db"
            })
    void filesThatContainNoFactsAreNotReported(String name) throws IOException {
        put(name);

        assertThat(notes()).isEmpty();
    }

    @Test
    void aLinkedFolderIsReported() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve(".elsewhere"));
        Files.createSymbolicLink(folder.resolve("more"), elsewhere);

        assertThat(notes())
                .containsExactly("more: the folder is a link, which is not followed\n   | name it as well: `-u more`");
    }

    @Test
    void notesAreSortedByPathWithoutDuplicates() throws IOException {
        put("b.csv");
        put("a.csv");
        put("c/a.csv");

        assertThat(Universe.read(folder, folder).notes())
                .extracting(note -> Path.of(note.place().file()))
                .containsExactly(folder.resolve("a.csv"), folder.resolve("b.csv"), folder.resolve("c/a.csv"));
    }

    @Test
    void notesStayInAUniverseThatGrows() throws IOException {
        put("a.csv");
        Universe universe = Universe.read(folder);

        assertThat(universe.and(Map.of()).notes()).isEqualTo(universe.notes());
        assertThat(universe.with(List.of(), true, List.of()).notes()).isEqualTo(universe.notes());
        assertThat(universe.and(Universe.parse(Map.of())).notes()).isEqualTo(universe.notes());
    }
}
