package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements dated after the universe's day do not count on it, and statements without a day count on every day; commands
 * say so.
 */
class LaterStatementsTest {

    @TempDir
    private Path folder;

    private Path list(String first, String second) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), """
            项目名称,企业名称,投资额（亿元）,截至
            甲项目,甲公司,12,%s
            乙项目,乙公司,5,%s
            """.formatted(first, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen --city qingdao", "explain 乙项目 qingdao"})
    void oneIsNoted(String command) throws IOException {
        Path list = list("2025-05-01", "2026-05-01");

        assertThat(Run.winnow((command + " --project " + list).split(" ")).err())
                .contains("note: " + list
                        + ":3:3: this statement is dated 2026-05-01, after 2026-01-08, the day of the universe, and"
                        + " does not count before\n"
                        + "   | correct the day, or use `--as-of` to screen as of another day\n");
    }

    @Test
    void severalAreCounted() throws IOException {
        Path list = list("2027-05-01", "2026-05-01");

        assertThat(Run.winnow("screen", "--city", "qingdao", "--project", list.toString())
                        .err())
                .contains("note: " + list
                        + ":2:3: 2 statements are dated after 2026-01-08, the day of the universe, and do not"
                        + " count before; the first, dated 2027-05-01, is here\n");
    }

    @Test
    void statementsOfItsDayAreNot() throws IOException {
        Path list = list("2025-05-01", "2026-01-08");

        assertThat(Run.winnow("screen", "--city", "qingdao", "--project", list.toString())
                        .err())
                .doesNotContain("the day of the universe");
    }

    @Test
    void evidenceNotesThemInAUniverse() throws IOException {
        Path file = Files.writeString(folder.resolve("universe.yaml"), """
            universe: {name: small, asOf: 2026-01-08}
            cities: [{id: qingdao, name: Qingdao 青岛}]
            projects:
              - {id: alpha, name: Alpha, investment: {value: 3 bn yuan, asOf: 2106-01-08}}
            """);

        assertThat(Run.winnow("evidence", "-u", file.toString()).err())
                .contains(
                        ": this statement is dated 2106-01-08, after 2026-01-08, the day of the universe, and does not"
                                + " count before\n");
    }

    private Path past() throws IOException {
        return Files.writeString(folder.resolve("past.yaml"), """
            universe: {name: past, asOf: 2026-01-08}
            sources: [{id: paper, title: Paper, date: 2020-01-01}]
            endMarkets: [{id: display, name: Display}]
            cities: [{id: qingdao, name: Qingdao, demands: [{endMarket: display, annualOutput: 3 bn yuan}]}]
            projects:
              - id: alpha
                name: Alpha
                city: qingdao
                decided: 2020-05-01
                outcome: {result: succeeded, source: paper}
                investment: 3 bn yuan
                fundingNeed: {value: 1 bn yuan, source: paper}
                milestones: [{step: landed, reached: 2027-01-08}]
            facts: [{subject: alpha, about: jobs, text: 300, asOf: 2028-01-08}]
            """);
    }

    @Test
    void laterMilestonesAndRemarksAreCounted() throws IOException {
        Path file = past();

        assertThat(Run.winnow("screen", "-u", file.toString()).err())
                .contains("note: " + file + ":13:42: 2 statements are dated after 2026-01-08, the day of the universe,"
                        + " and do not count before; the first, dated 2027-01-08, is here\n")
                .doesNotContain("no day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen --as-of 2021-01-01", "screen --as-of decision", "evidence --as-of 2021-01-01"})
    void asOfAnotherDayUndatedStatementsAreCounted(String command) throws IOException {
        Path file = past();

        assertThat(Run.winnow((command + " -u " + file).split(" ")).err())
                .contains("note: " + file + ":4:84: 2 statements have no day, of their own or of their source, and"
                        + " count on every day; the first is here\n"
                        + "   | give them `asOf`, or a source with a date\n");
    }

    /** Six hundred rows are two portions. */
    @ParameterizedTest
    @ValueSource(strings = {"", " --as-of 2025-06-01"})
    void listsReadInPortionsHaveTheSameNotes(String day) throws IOException {
        StringBuilder rows = new StringBuilder("项目名称,企业名称,投资额（亿元）,截至\n");
        for (int i = 2; i <= 601; i++) {
            String date = i == 400 || i == 590 ? "2027-05-01" : i % 200 == 0 ? "" : "2025-05-01";
            rows.append("甲%d号,乙%d公司,%s,%s\n".formatted(i, i, i == 100 ? "abc" : "12", date));
        }
        Path list = Files.writeString(folder.resolve("long.csv"), rows);
        String command = "screen --city qingdao --project " + list + day;

        List<String> whole = notes(command + " -f json --samples 50");
        assertThat(whole)
                .contains(
                        "note: " + list + ": 601 rows = 599 taken + 1 refused + 1 passed over",
                        "note: " + list + ":400:3: 2 statements are dated after 2026-01-08, the day of the universe,"
                                + " and do not count before; the first, dated 2027-05-01, is here")
                .filteredOn(note -> note.contains("have no day"))
                .hasSize(day.isEmpty() ? 0 : 1);
        assertThat(notes(command + " -f csv --top 1")).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(notes(command + " -f ndjson --unranked")).containsExactlyInAnyOrderElementsOf(whole);
    }

    private static List<String> notes(String command) {
        return Run.winnow(command.split(" "))
                .err()
                .lines()
                .filter(line -> line.startsWith("note: "))
                .toList();
    }

    @Test
    void aUniverseInNdjsonHasOneAccountOfAllItsLists() throws IOException {
        Path file = Files.writeString(folder.resolve("all.ndjson"), """
            {"list": "universe", "name": "small", "asOf": "2026-01-08"}
            {"list": "cities", "id": "qingdao", "name": "Qingdao"}
            {"id": "p1", "name": "One", "investment": "3 bn yuan", "asOf": "2025-01-08"}
            {"id": "p2", "name": "Two", "investment": "abc"}
            {"list": "cities", "id": "jinan", "name": "Jinan"}
            {"id": "p3", "name": "Three", "investment": "3 bn yuan", "asOf": "2027-01-08"}
            """);

        String account = "note: " + file + ": 6 rows = 5 taken + 1 refused";
        String later = "note: " + file + ":6:3: this statement is dated 2027-01-08, after 2026-01-08, the day of the"
                + " universe, and does not count before";
        assertThat(notes("screen -u " + file)).containsExactly(account, later);
        assertThat(notes("screen --top 1 -u " + file)).containsExactly(account, later);
        assertThat(Run.winnow("import", file.toString()).out()).contains("\nRows: 6 = 5 taken + 1 refused.\n");
    }
}
