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
    void aTableIsToldWithHowToReadIt(String name) throws IOException {
        put(name);

        assertThat(notes())
                .containsExactly(name + ": the table is not read with the folder in which it lies\n" + "   | maybe `-u "
                        + name + "` besides?");
    }

    @Test
    void ofOwnCandidatesItIsGivenAsTheyAre() throws IOException {
        put("list.csv");

        assertThat(shown(Universe.parse(Map.of()).and(folder)))
                .containsExactly("list.csv: the table is not read with the folder in which it lies\n"
                        + "   | maybe `--project list.csv` besides?");
    }

    @Test
    void aTableOfAnotherProgramIsToBeSavedFirst() throws IOException {
        put("list.ods");

        assertThat(notes())
                .containsExactly("list.ods: the table is not read with the folder in which it lies\n"
                        + "   | maybe save it as .xlsx or .csv, and name that file besides?");
    }

    @Test
    void aDocumentWithAMappingBesideItIsATable() throws IOException {
        Files.writeString(folder.resolve("tracker.json"), "{\"plants\": []}\n");
        Files.writeString(folder.resolve("tracker.json.map.yaml"), "records: plants\n");

        assertThat(notes())
                .containsExactly("tracker.json: the table is not read with the folder in which it lies\n"
                        + "   | maybe `-u tracker.json` besides?");
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
                "u.yaml~ | maybe call it `.u.yaml~`, if it is no part of the universe?",
                "u.yaml.bak | maybe call it `.u.yaml.bak`, if it is no part of the universe?",
                "chain.yaml.txt | maybe call it `chain.yaml` if it belongs to the universe, `.chain.yaml.txt` if not?",
                "chain.ymal | maybe call it `chain.yaml` if it belongs to the universe, `.chain.ymal` if not?",
                "chain.jsn | maybe call it `chain.json` if it belongs to the universe, `.chain.jsn` if not?",
                "list.txt | maybe `-u list.txt` besides if it is a table, or call it `.list.txt` if it is no part of the"
                        + " universe?",
                "list | maybe call it `.list`, if it is no part of the universe?",
                "chain.xml | maybe call it `.chain.xml`, if it is no part of the universe?",
            })
    void anotherFileIsToldWithWhyItIsNotRead(String name, String advice) throws IOException {
        put(name);

        assertThat(notes())
                .containsExactly(name
                        + ": the file is not read, since its name does not end in `.yaml`, `.yml` or `.json`\n   | "
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
    void whatPeopleKeepBesideFactsIsNotTold(String name) throws IOException {
        put(name);

        assertThat(notes()).isEmpty();
    }

    @Test
    void aFolderThatIsALinkIsTold() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve(".elsewhere"));
        Files.createSymbolicLink(folder.resolve("more"), elsewhere);

        assertThat(notes())
                .containsExactly("more: the folder is a link, which is not followed\n   | maybe `-u more` besides?");
    }

    @Test
    void notesComeInTheOrderOfTheirPathsAndOnce() throws IOException {
        put("b.csv");
        put("a.csv");
        put("c/a.csv");

        assertThat(Universe.read(folder, folder).notes())
                .extracting(note -> Path.of(note.place().file()))
                .containsExactly(folder.resolve("a.csv"), folder.resolve("b.csv"), folder.resolve("c/a.csv"));
    }

    @Test
    void theyStayWithAUniverseThatGrows() throws IOException {
        put("a.csv");
        Universe universe = Universe.read(folder);

        assertThat(universe.and(Map.of()).notes()).isEqualTo(universe.notes());
        assertThat(universe.with(List.of(), true, List.of()).notes()).isEqualTo(universe.notes());
        assertThat(universe.and(Universe.parse(Map.of())).notes()).isEqualTo(universe.notes());
    }
}
