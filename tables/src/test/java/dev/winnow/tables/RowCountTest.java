package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the input is taken, refused or passed over, and the three counts add up. */
class RowCountTest {

    @TempDir
    private Path folder;

    private RowCount count(String file, String text) throws IOException {
        return Imported.of(Files.writeString(folder.resolve(file), text)).rows;
    }

    @Test
    void rowsOfATable() throws IOException {
        assertThat(count("list.csv", """
            Projects of the year
            name,decided

            A,2025-01-01
            B,3/4/2025
            """))
                .isEqualTo(new RowCount(4, 1, 1, 1, Map.of(PassedOver.HEADINGS, 1L, PassedOver.ABOVE, 1L)));
    }

    @Test
    void recordsAndEntries() throws IOException {
        assertThat(count("list.ndjson", """
            {"name": "A"}
            {"name": "B", "decided": "soon"}
            """)).isEqualTo(new RowCount(2, 1, 1, 0, Map.of()));
        assertThat(count("own.yaml", """
            cities: [{id: jinan, name: Jinan, demands: [{endMarket: automotive}]}]
            projects: [{id: a, name: A}, {id: b, name: B, decided: soon}]
            """)).isEqualTo(new RowCount(4, 3, 1, 0, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Projects: [{id: a, name: A}] | own.yaml:1:1: a universe has no `Projects`; did you mean `projects`? | 1",
                "projects: {id: a, name: A} | own.yaml:1:11: `projects` must be a list, not keys with values | 1",
                "records: [{name: A}, {name: B}] | own.yaml:1:1: a universe has no `records` | 2",
                "just a text | own.yaml:1:1: a universe file has keys such as `projects`; this is a value | 0",
                "cities: [{id: x, name: X, nmae: Y, demands: [{endMarket: automotive}]}]"
                        + " | own.yaml:1:27: a city has no `nmae`; did you mean `name`? | 2"
            })
    void unrecognisedRowsAreReportedAndCounted(String document, String told, long refused) throws IOException {
        Imported imported = Imported.of(Files.writeString(folder.resolve("own.yaml"), document + "\n"));

        assertThat(imported.problems).first().isEqualTo(told);
        assertThat(imported.rows).isEqualTo(new RowCount(refused, 0, refused, 0, Map.of()));
    }

    @Test
    void entriesWithoutATableStayInTheirFile() throws IOException {
        Imported imported = Imported.of(Files.writeString(
                folder.resolve("own.yaml"), "answers: [{project: a}]\nprojects: [{id: a, name: A}]\n"));

        assertThat(imported.notes).containsExactly("own.yaml:1:1: `answers` is not imported: tables cannot contain it");
        assertThat(imported.rows).isEqualTo(new RowCount(2, 1, 0, 0, Map.of(PassedOver.NO_TABLE, 1L)));
    }

    @Test
    void aTableRefusedAsAWhole() throws IOException {
        assertThat(count("list.csv", "name,国产化率\nA,70 %\nB,80 %\n"))
                .isEqualTo(new RowCount(3, 0, 2, 2, Map.of(PassedOver.HEADINGS, 1L)));
    }

    @Test
    void aRowRefusedForSeveralReasonsCountsOnce() throws IOException {
        assertThat(count("demands.csv", "city,endMarket,annualOutput\nqingdao,nothing,much\n"))
                .isEqualTo(new RowCount(2, 0, 1, 0, Map.of(PassedOver.HEADINGS, 1L)));
    }

    @Test
    void rowsOfUnreadSheetsAreCounted() throws IOException {
        Path book = new Book()
                .sheet("项目", Book.row(1, "名称") + Book.row(2, "甲"))
                .sheet("通讯录", Book.row(1, "电话") + Book.row(2, "1"))
                .sheet("old", Book.row(1, "名称"), "", "state=\"hidden\"")
                .sheet("说明", Book.row(1, "名称"))
                .write(folder.resolve("book.xlsx"));

        assertThat(Imported.of(book).rows)
                .isEqualTo(new RowCount(
                        6,
                        1,
                        0,
                        0,
                        Map.of(
                                PassedOver.HEADINGS,
                                1L,
                                PassedOver.STRANGE_SHEET,
                                2L,
                                PassedOver.HIDDEN_SHEET,
                                1L,
                                PassedOver.EXPLANATION,
                                1L)));
    }

    @Test
    void rowsBeforeABreakAreKept() throws IOException {
        assertThat(count("list.csv", "name,decided\nA,2025-01-01\n\"B,2025-01-01\n"))
                .isEqualTo(new RowCount(3, 1, 1, 0, Map.of(PassedOver.HEADINGS, 1L)));
    }

    @Test
    void countsMustAddUp() {
        assertThatThrownBy(() -> new RowCount(3, 1, 1, 0, Map.of()))
                .hasMessage("3 rows, but 1 taken, 1 refused, passed over {}");
    }
}
