package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the command line that name projects and cities: exact ids and names come before others. */
class NamedProjectsTest {

    @TempDir
    private Path folder;

    private String universe = "";

    @BeforeEach
    void universe() throws IOException {
        universe = write("universe.yaml", """
            universe: {name: small, asOf: 2026-01-01}
            cities:
              - {id: west, name: West Bay}
              - {id: west-bay, name: Harbour}
            projects:
              - {id: bat, name: Battery plant}
              - {id: bat-2, name: Bat}
              - {id: bat-3, name: BAT two, zh: 电池}
              - {id: BATT, name: Battery plant two, zh: 电池二期}
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "bat, bat",
        "Bat, bat-2",
        "BAT-2, bat-2",
        "batt, BATT",
        "Battery plant, bat",
        "battery plant, bat",
        "电池, bat-3",
    })
    void anExactNameComesBeforeNamesThatBeginLikeIt(String word, String id) {
        assertThat(Run.winnow("screen", "-u", universe, "--project", word, "-f", "ndjson", "--fields", "project")
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"project\":\"" + id + "\""));
        assertThat(Run.winnow("explain", "-u", universe, word, "west", "-f", "json")
                        .out())
                .contains("\"project\": \"" + id + "\",");
    }

    @Test
    void anExactIdOfACityComesBeforeNames() {
        assertThat(Run.winnow(
                                "screen",
                                "-u",
                                universe,
                                "--project",
                                "bat",
                                "--city",
                                "west",
                                "-f",
                                "ndjson",
                                "--fields",
                                "city")
                        .out())
                .contains("\"city\":\"west\"}")
                .doesNotContain("\"city\":\"west-bay\"");
    }

    @Test
    void aWordOfSeveralNamesIsRefusedWithTheirNumber() {
        assertThat(Run.winnow("screen", "-u", universe, "--project", "battery").err())
                .isEqualTo("winnow: `battery` names 2 projects; write an id, such as `BATT`\n");
    }

    @Test
    void evidenceShowsOnlyTheExactSubject() {
        assertThat(Run.winnow("evidence", "-u", universe, "bat").out())
                .contains("project bat: Battery plant", "1 subject")
                .doesNotContain("bat-2");
    }

    @ParameterizedTest
    @CsvSource({"--top, 3", "--by, project"})
    void aWordCanNameAProjectOfAListOnTheSameCommandLine(String option, String value) throws IOException {
        String list = write("list.csv", "id,name\nbat-9,Ninth\n");

        assertThat(Run.winnow(
                                "screen",
                                "-u",
                                universe,
                                "--project",
                                list,
                                "--project",
                                "bat-9",
                                option,
                                value,
                                "-f",
                                "ndjson",
                                "--fields",
                                "project")
                        .out())
                .contains("\"project\":\"bat-9\"")
                .doesNotContain("\"project\":\"bat\"");
    }

    @Test
    void importNamesTheCommandThatScreensTheWrittenFile() throws IOException {
        String list = write("list.csv", "id,name\nbat-9,Ninth\n");
        String out = folder.resolve("out.yaml").toString();

        assertThat(Run.winnow("import", "-u", universe, "-r", "battery", list, "-o", out)
                        .out())
                .endsWith("Written to " + out + ". To screen it: winnow screen -r battery -u " + universe
                        + " --project " + out + "\n");
        assertThat(Run.winnow("screen", "-r", "battery", "-u", universe, "--project", out)
                        .out())
                .contains("Ninth");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
