package dev.winnow.serve.internal.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files in messages, and the endings that their content selects. */
class FileNameTest {

    private static String named(String name, String content) {
        return FileName.of(name, content.getBytes(StandardCharsets.UTF_8), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.csv",
        "C:\\lists\\重点项目.csv, 重点项目.csv",
        "<b>x</b>.csv, b.csv",
        ".., list.csv",
        "'', list.csv",
        "a\u0000b.csv, ab.csv",
        "LIST.CSV, LIST.csv"
    })
    void namesHaveNoFoldersAndNoHiddenCharacters(String given, String name) {
        assertThat(named(given, "name\nOne\n")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"name\": \"One\"}] | list.json",
                "{\"projects\": []} | list.json",
                "'{\"name\": \"One\"}\n{\"name\": \"Two\"}' | list.ndjson",
                "'projects:\n  - id: one' | list.yaml",
                "'name\tcity\nOne\tjinan' | list.tsv",
                "'name,city\nOne,jinan' | list.csv"
            })
    void textsWithoutAKnownEndingGetThatOfTheirContent(String content, String name) {
        assertThat(named("list", content)).isEqualTo(name);
    }

    @Test
    void workbooksAreKnownByTheirFirstBytes() {
        assertThat(named("list.csv", "PK\u0003\u0004")).isEqualTo("list.csv.xlsx");
        assertThat(named("list.xlsm", "PK\u0003\u0004")).isEqualTo("list.xlsm");
    }

    @Test
    void aTableThatIsNamedLikeAWorkbookIsReadAsText() {
        assertThat(named("list.xls", "name\tcity\nOne\tjinan")).isEqualTo("list.xls.tsv");
    }

    @Test
    void filesOfOneListHaveDifferentNames() {
        assertThat(FileName.of("a.csv", new byte[] {'n'}, List.of("a.csv", "a 2.csv")))
                .isEqualTo("a 3.csv");
    }

    @Test
    void longNamesAreCut() {
        assertThat(named("长".repeat(300) + ".csv", "name\nOne\n")).isEqualTo("长".repeat(80) + ".csv");
    }
}
