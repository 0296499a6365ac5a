package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of rows that are longer than a universe accepts: sources and notes lose their end, names are refused. */
class LongTextsTest {

    @TempDir
    private Path folder;

    @Test
    void aSourceIsCutAndItsRowTaken() throws IOException {
        Path list = write("list.csv", """
            项目名称,总投资（亿元）,总投资来源,来源
            甲,30,%1$s,%1$s
            乙,30,发改委,%2$s
            """.formatted("年报".repeat(700), "x".repeat(1000)));

        Imported imported = Imported.of(list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.rows.taken()).isEqualTo(2);
        String kept = "年报".repeat(498) + " […]";
        assertThat(imported.yaml)
                .contains("source: \"" + kept + "\"", "x".repeat(1000))
                .doesNotContain("年报".repeat(499));
        assertThat(imported.changes).contains("CUT " + "年报".repeat(700) + " → " + kept);
        assertThat(Tables.read(List.of(list), Imported.CHIPS).notes())
                .map(note -> note.place().column() + " " + note.what())
                .containsExactly(
                        "3 `总投资来源` has 1400 characters; the first 1000 are kept",
                        "4 `来源` has 1400 characters; the first 1000 are kept",
                        "0 3 rows = 2 taken + 0 refused + 1 passed over");
    }

    @Test
    void aNoteAndAStateOfBuildingAreCut() throws IOException {
        Imported imported = Imported.of(write(
                "list.csv", "name,note,buildingProgress\nA," + "n".repeat(40_000) + "," + "b".repeat(1_200) + "\n"));

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("n".repeat(32_763) + " […]").contains("b".repeat(996) + " […]");
    }

    @Test
    void aCutSplitsNoCharacter() throws IOException {
        Imported imported = Imported.of(write("list.csv", "name,source\nA,x" + "𠮷".repeat(600) + "\n"));

        assertThat(imported.yaml).contains("x" + "𠮷".repeat(497) + " […]");
    }

    @Test
    void aNameIsRefusedOnce() throws IOException {
        assertThat(Imported.of(write("list.csv", "name\n" + "n".repeat(1_001) + "\n")).problems)
                .singleElement()
                .asString()
                .startsWith("list.csv:2:1: `name` has 1001 characters, expected at most 1000: `nnn");
    }

    @Test
    void theSourceOfAnAnswerIsCut() throws Exception {
        Path answers = write(
                "answers.csv", "of,fact,answer,source\na,project.investment,3 bn yuan," + "s".repeat(1_100) + "\n");

        assertThat(new AnswerFileReader(Imported.CHIPS.with(List.of(document()), false, List.of()))
                        .read(answers)
                        .given())
                .singleElement()
                .satisfies(
                        given -> assertThat(given.said().get("source").text()).isEqualTo("s".repeat(996) + " […]"));
    }

    private Node document() throws IOException {
        return Tables.read(List.of(write("projects.csv", "id,name\na,A\n")), Imported.CHIPS)
                .documents()
                .get(0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
