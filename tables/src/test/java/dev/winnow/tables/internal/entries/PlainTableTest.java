package dev.winnow.tables.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTableTest {

    private static final Map<String, List<String>> COLUMNS =
            Map.of("project", List.of("project", "项目"), "day", List.of("day", "日期"));

    @TempDir
    private Path folder;

    @Test
    void columnsAreFoundByHeadingBelowATitleAndDatesAreConverted() throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Node> rows = rows("Decisions of 2020\n项目,备注,日期\nmill,a remark,2020年3月4日\n", problems);
        assertThat(problems).isEmpty();
        assertThat(rows).hasSize(1);
        Node day = rows.get(0).get("day");
        assertThat(day).isNotNull();
        assertThat(day.text()).isEqualTo("2020-03-04");
        assertThat(day.place()).hasToString(folder.resolve("t.csv") + ":3:3");
        assertThat(rows.get(0).fields()).containsOnlyKeys("project", "day");
    }

    @Test
    void aDateWithTwoMeaningsIsAProblemAndItsRowIsLeftOut() throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Node> rows = rows("project,day\nmill,3/4/2020\nfilm,30/4/2020\n", problems);
        assertThat(rows).hasSize(1);
        assertThat(problems).extracting(one -> one.what().toString()).containsExactly("`3/4/2020` can be two days");
    }

    @Test
    void aTableWithoutKnownHeadingsIsAProblem() throws IOException {
        List<Problem> problems = new ArrayList<>();
        assertThat(rows("projct,when\nmill,2020\n", problems)).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("no heading of this table is known")
                .contains("did you mean `project`?");
    }

    private List<Node> rows(String csv, List<Problem> problems) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        return PlainTable.read(file, problems).get(0).keyed(COLUMNS, "day", problems);
    }
}
