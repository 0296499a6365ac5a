package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop from an open verdict to a firm one: questions go out, answers come back. */
class AskTest {

    private static final int ANSWER = 5;

    private static final int QUESTION = 3;

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aMovedUniverseDayIsReported() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
                answers:
                  - {project: hisense-xinxin, fact: project.yieldRate, value: 95 %, asOf: 2025-02-01, source: a letter}
                  - {project: hisense-xinxin, fact: project.cidm, reply: don't know, asOf: 2199-02-01}
                """);
        String moved =
                "note: " + answers + ":3:76: this answer moves the day of the universe from 2026-01-08 to 2199-02-01\n";

        assertThat(Run.winnow("screen", "--answers", answers.toString()).err()).contains(moved);
        assertThat(Run.winnow("screen", "-u", "semiconductor", "-u", answers.toString())
                        .err())
                .contains(moved);
        Files.writeString(answers, Files.readString(answers).replace("2199-02-01", "2026-01-08"));
        assertThat(Run.winnow("screen", "--answers", answers.toString()).err()).doesNotContain("moves the day");
    }

    /** Reads a sheet of a workbook. */
    private static List<List<String>> rows(Path workbook, int sheet) throws IOException, UnreadableTable {
        List<List<String>> rows = new ArrayList<>();
        try (dev.winnow.tables.internal.cells.Workbook book =
                        dev.winnow.tables.internal.cells.Workbook.open(workbook, workbook.toString());
                Sheet open = book.open(book.sheets().get(sheet))) {
            for (Row row = open.next(); row != null; row = open.next()) {
                rows.add(row.texts());
            }
        }
        return rows;
    }

    private static List<String> names(Path workbook) throws IOException, UnreadableTable {
        try (dev.winnow.tables.internal.cells.Workbook book =
                dev.winnow.tables.internal.cells.Workbook.open(workbook, workbook.toString())) {
            return book.sheets().stream()
                    .filter(part -> !part.hidden())
                    .map(part -> part.name())
                    .toList();
        }
    }

    /**
     * Completes a workbook: keeps the sheets and writes answers beside their questions.
     *
     * @param answers answers by fact
     * @param lists rows of further sheets, by sheet name
     */
    static void fill(Path asked, Path filled, Map<String, String> answers, Map<String, List<List<String>>> lists)
            throws IOException, UnreadableTable {
        List<String> names = names(asked);
        try (OutputStream out = Files.newOutputStream(filled);
                Workbook book = new Workbook(out, "somebody", null)) {
            for (int i = 0; i < names.size(); i++) {
                try (Worksheet sheet = book.newWorksheet(names.get(i))) {
                    List<List<String>> rows = new ArrayList<>(rows(asked, i));
                    List<List<String>> more = lists.get(names.get(i));
                    if (more != null) {
                        rows = new ArrayList<>(List.of(rows.get(0)));
                        rows.addAll(more);
                    }
                    for (int row = 0; row < rows.size(); row++) {
                        for (int column = 0; column < rows.get(row).size(); column++) {
                            sheet.value(row, column, rows.get(row).get(column));
                        }
                        int fact = rows.get(row).size() - 2;
                        String answer = i == 0 ? answers.get(rows.get(row).get(fact)) : null;
                        if (answer != null) {
                            sheet.value(row, ANSWER - 1, answer);
                            sheet.value(row, 6, "a letter");
                            sheet.value(row, 7, "2026-02-01");
                            sheet.value(row, 8, "Li Ming");
                        }
                    }
                }
            }
        }
    }

    /** Maps answers by fact to answers by question, as a sheet prints it before any hint. */
    static Map<String, String> byQuestion(Path sheet, Map<String, String> answers) throws IOException, UnreadableTable {
        Map<String, String> byFact = new HashMap<>();
        for (List<String> row : rows(sheet, 0)) {
            answers.forEach((question, answer) -> {
                if (row.size() > QUESTION && row.get(QUESTION).startsWith(question)) {
                    byFact.put(row.get(row.size() - 2), answer);
                }
            });
        }
        return byFact;
    }

    static final Map<String, String> HISENSE = Map.of(
            "city.presences.picture-chip-design.held", "no",
            "city.sisterRoles", "the list is complete",
            "project.fundingNeed", "0",
            "project.fundingSecured", "yes",
            "project.coInvestors", "Haier",
            "project.technicalLeader", "yes",
            "project.committedBuyers", "Haier; Hisense",
            "project.yieldRate", "95",
            "project.cidm", "don't know");

    @Test
    void fourCommandsLeadFromHoldToAFirmVerdict() throws IOException, UnreadableTable {
        assertThat(Run.winnow("explain", "hisense-xinxin", "qingdao", "-q").out())
                .contains("HOLD because");
        Run ask = Run.winnow("ask", "hisense-xinxin", "qingdao", "-q", "-o", file("q.xlsx"));
        assertThat(ask.err()).isEmpty();
        assertThat(names(folder.resolve("q.xlsx"))).contains("Questions", "funds", "winnow");

        fill(folder.resolve("q.xlsx"), folder.resolve("filled.xlsx"), HISENSE, Map.of());
        Run answers = Run.winnow("answers", file("filled.xlsx"), "-q", "-o", file("answers.yaml"));
        assertThat(answers.err()).isEmpty();
        assertThat(answers.exit()).isZero();
        assertThat(answers.out().replaceAll("\\s+", " "))
                .contains("answers taken: 9, rows refused: 0")
                .contains("Hisense Xinxin, the project’s yield rate: 95 % (Li Ming, a letter, 2026-02-01)")
                .contains("Hisense Xinxin, whether the project runs as a CIDM: don't know")
                .contains("Hisense Xinxin in Qingdao: RECOMMEND")
                .contains("by Qingdao, whether the city holds picture-chip design; Hisense Xinxin, the project’s"
                        + " co-investors Other");

        for (List<String> overlay : List.of(
                List.of("-u", "semiconductor", "-u", file("answers.yaml")),
                List.of("--answers", file("answers.yaml")),
                List.of("--answers", file("filled.xlsx")))) {
            List<String> line = new ArrayList<>(List.of("explain", "hisense-xinxin", "qingdao", "-q"));
            line.addAll(overlay);
            assertThat(Run.winnow(line.toArray(String[]::new)).out()).contains("RECOMMEND because");
        }
    }

    @Test
    void nothingIsAskedTwice() throws IOException, UnreadableTable {
        Run.winnow("ask", "boe", "qingdao", "-q", "-o", file("q.xlsx"));
        List<String> asked = facts(folder.resolve("q.xlsx"));
        Map<String, String> answers = new HashMap<>();
        asked.forEach(fact -> answers.put(
                fact, List.of("don't know", "does not apply", "will not say").get(answers.size() % 3)));
        fill(folder.resolve("q.xlsx"), folder.resolve("filled.xlsx"), answers, Map.of());

        Run taken = Run.winnow("answers", file("filled.xlsx"), "-q", "-o", file("answers.yaml"));
        assertThat(taken.out()).contains("answers taken: " + asked.size() + ", rows refused: 0", "No verdict moves.");
        Run again = Run.winnow("ask", "boe", "qingdao", "-q", "--answers", file("answers.yaml"));
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(again.out())
                .contains("There are no questions left")
                .contains(asked.size() + " questions were answered already, and are not asked again.");
    }

    private static List<String> facts(Path workbook) throws IOException, UnreadableTable {
        return rows(workbook, 0).stream().skip(1).map(row -> row.get(12)).toList();
    }

    @Test
    void questionsAreAskedOnceAndMostDecisiveFirst() throws IOException, UnreadableTable {
        Run.winnow("ask", "-q", "-o", file("q.xlsx"));
        List<List<String>> rows = rows(folder.resolve("q.xlsx"), 0);
        assertThat(rows.stream().skip(1).map(row -> row.get(12) + " " + row.get(13)))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(300);
        assertThat(rows.get(1).get(9)).startsWith("decides a");
        Map<String, Integer> groups = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            Integer before = groups.put(rows.get(i).get(1), i);
            assertThat(before)
                    .as(rows.get(i).get(1))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            last -> assertThat(groups).containsValue(last + 1));
        }
    }

    @Test
    void answerCellsOfferTheirChoices() throws IOException, UnreadableTable {
        Run.winnow("ask", "boe", "qingdao", "-q", "-o", file("q.xlsx"));
        try (ZipFile zip = new ZipFile(folder.resolve("q.xlsx").toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.split("<dataValidation ", -1))
                    .hasSize(facts(folder.resolve("q.xlsx")).size() + 1);
            String offered = new String(
                    zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(offered).contains("does not apply", "will not say", "the list is complete");
        }
    }

    @Test
    void rowsOfListsAreReadFromTheirSheets() throws IOException, UnreadableTable {
        Run.winnow("ask", "boe", "qingdao", "-q", "-o", file("q.xlsx"));
        fill(
                folder.resolve("q.xlsx"),
                folder.resolve("filled.xlsx"),
                Map.of("city.leadUsers", "the list is complete"),
                Map.of(
                        "lead users",
                        List.of(List.of("Qingdao", "Midea 美的", "Home appliances"), List.of("Qingdao", "", ""))));
        Run run = Run.winnow("answers", file("filled.xlsx"), "-q", "-o", file("answers.yaml"));
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("answers.yaml")))
                .contains("rows: [{firm: Midea 美的, endMarket: home-appliances}]", "complete: true")
                .contains("by: Li Ming");
    }

    /** Writes answers after their questions, as in a reply to a letter. */
    private static String answered(String letter, Map<String, String> answers) {
        List<String> lines = new ArrayList<>();
        String fact = "";
        for (String line : letter.lines().toList()) {
            String stripped = line.strip();
            if (stripped.startsWith("fact `") || stripped.startsWith("字段 `")) {
                fact = stripped.split("`")[1];
            }
            boolean answer = stripped.startsWith("- answer") || stripped.startsWith("- 答复");
            lines.add(answer && answers.containsKey(fact) ? line + " " + answers.get(fact) : line);
            fact = answer ? "" : fact;
        }
        return String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void anAnsweredLetterIsReadLikeASheet(String language) throws IOException {
        Run ask = Run.winnow("ask", "hisense-xinxin", "qingdao", "-q", "--lang", language, "-o", file("q.md"));
        assertThat(ask.err()).isEmpty();
        String letter = answered(Files.readString(folder.resolve("q.md")), HISENSE)
                .replaceFirst("- (source:|来源：)", "- $1 a letter")
                .replaceFirst("- (date:|日期：)", "- $1 2026-02-01")
                .replaceFirst("- (answered by:|答复人：)", "- $1 Li Ming");
        Files.writeString(folder.resolve("letter.md"), letter);

        Run answers = Run.winnow("answers", file("letter.md"), "-o", file("answers.yaml"));

        assertThat(answers.exit()).as(answers.err()).isZero();
        assertThat(answers.err()).doesNotContain("letter.md");
        assertThat(answers.out().replaceAll("\\s+", " "))
                .contains("answers taken: 9, rows refused: 0")
                .contains("Qingdao, whether the city holds picture-chip design: no (Li Ming, a letter, 2026-02-01)")
                .contains("Hisense Xinxin in Qingdao: RECOMMEND");
        assertThat(Run.winnow("explain", "hisense-xinxin", "qingdao", "-q", "--answers", file("letter.md"))
                        .out())
                .contains("RECOMMEND because");
    }

    @Test
    void everyQuestionOfALetterIsRecognised() throws IOException, UnreadableTable {
        Run.winnow("ask", "boe", "qingdao", "-q", "-o", file("q.xlsx"));
        Run.winnow("ask", "boe", "qingdao", "-q", "-o", file("q.md"));
        List<String> asked = facts(folder.resolve("q.xlsx"));
        Map<String, String> answers = new HashMap<>();
        asked.forEach(fact -> answers.put(fact, "don't know"));
        Files.writeString(folder.resolve("letter.md"), answered(Files.readString(folder.resolve("q.md")), answers));

        for (String painted : List.of("answers " + file("letter.md"), "explain hisense-xinxin qingdao")) {
            assertThat(Run.winnow((painted + " -q --color=always").split(" ")).out())
                    .as("what paints a text is no part of it")
                    .contains("\u001B[")
                    .doesNotContain("\uFFFD");
        }
        assertThat(Run.winnow("answers", file("letter.md"), "-q").out())
                .contains("answers taken: " + asked.size() + ", rows refused: 0");
    }

    @Test
    void lettersAlteredByMailProgramsAreRead() throws IOException {
        Path letter = folder.resolve("reply.md");
        Files.writeString(letter, """
            Dear all, see below.

            > ## Owner: 2 questions, 2 days
            >
            > - source: their letter
            > - date:
            >
            > 1. How much does BOE need?
            >    fact `project.fundingNeed` of `boe`
            >    - answer (mn yuan):
            about 300
            > 2. Who has said that they will buy?
            >    fact `project.committedBuyers` of `boe`; several with a semicolon between
            >    * **answer:**
            - Haier
            - Hisense
            > 3. Who leads it?
            >    fact `project.technicalLeader` of `boe`
            >    - answer: yes
            >    - source: CV
            >    - date: 2026-02-01
            > 4. Besides those known, which firms are lead users?
            >    fact `city.leadUsers` of `qingdao`
            >    - answer: the list is complete
            >
            >    | firm | end market |
            >    |---|---|
            >    | Midea 美的 | home-appliances |
            >    |  |  |
            >    | Haier | toasters |
            > 5. Whose line is gone?
            >    - answer: 7
            """);
        Run run = Run.winnow("answers", letter.toString(), "-q", "-o", file("answers.yaml"));

        assertThat(run.err().replace(folder + "/", "")).isEqualTo("""
            reply.md:24:16: `city.leadUsers` of `qingdao` counts as incomplete because one of its rows was refused
               |   >    - answer: the list is complete
               |                  ^^^^
            reply.md:30:2: `toasters` is not an end market of this universe
               | it has `artificial-intelligence`, `automotive`, `consumer-electronics`, `home-appliances`, `industrial`
            reply.md:32:16: the question is unknown: `fact` is empty
               | leave the last columns, or the line below the question, unchanged
            winnow: 3 problems; answers with problems were left out; the rest was accepted
            """);
        assertThat(Files.readString(folder.resolve("answers.yaml")))
                .contains("source: their letter\n    value: about 300 mn yuan\n")
                .contains("source: their letter\n    value: [Haier, Hisense]\n")
                .contains("asOf: 2026-02-01\n    source: CV\n    value: true\n")
                .contains("rows: [{firm: Midea 美的, endMarket: home-appliances}]")
                .doesNotContain("complete: true");
    }

    @Test
    void mistakesAreReportedAtTheirCellAndOtherAnswersCount() throws IOException {
        Path csv = folder.resolve("back.csv");
        Files.writeString(csv, """
            question,answer,unit,source,date,answered by,fact,of
            yield?,140,%,,2026-02-01,,project.yieldRate,boe
            yield?,90,%,,2026-02-01,,project.yieldRate,nobody
            cidm?,perhaps,,,2026-02-01,,project.cidm,boe
            markets?,Toasters,,,,,project.endMarkets,boe
            leader?,yes,,,30 Feb 2026,,project.technicalLeader,boe
            funds?,many,,,,,city.funds,qingdao
            consortium?,yes,,,,,,boe
            backing?,yes,,,,,project.publicBacking,boe
            empty?,,,,,,project.subTracks,boe
            """, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("back.refused.csv"), "mine");
        Run run = Run.winnow("answers", csv.toString(), "-q", "-o", file("answers.yaml"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().replace(folder + "/", "")).isEqualTo("""
            back.csv:2:2: `140 %` is more than 100 %
            back.csv:3:8: unknown project `nobody`
            back.csv:4:2: `cidm` must be true or false, not `perhaps`
            back.csv:5:2: `Toasters` is not an end market of this universe
               | it has `artificial-intelligence`, `automotive`, `consumer-electronics`, `home-appliances`, `industrial`
            back.csv:6:5: `2026-02-30` is not a date: February 2026 has 28 days
            back.csv:7:2: `many` does not say whether the list is complete
               | enter rows in the sheet of the list, or in the table below the question
            back.csv:8:1: the question is unknown: `fact` is empty
               | leave the last columns, or the line below the question, unchanged
            winnow: 7 problems; answers with problems were left out; the rest was accepted
            """);
        assertThat(run.out()).contains("answers taken: 1, rows refused: 7");
        assertThat(folder.resolve("back.refused.csv")).hasContent("mine");
        assertThat(Files.readString(folder.resolve("back.refused-2.csv")))
                .contains("perhaps", "project.cidm", "must be true or false");
    }

    @Test
    void aContradictingReplyAboutAListIsRefused() throws IOException {
        Path csv = Files.writeString(folder.resolve("back.csv"), """
            question,answer,unit,source,date,answered by,fact,of
            funds?,the list is complete,,,,,city.funds,qingdao
            funds?,there may be more,,,,,city.funds,qingdao
            funds?,there may be more,,,2020-01-01,,city.funds,qingdao
            funds?,none,,,,,city.funds,qingdao
            funds?,there may be more,,,,,city.funds,jinan
            users?,there may be more,,,,,city.leadUsers,qingdao
            users?,名单已列全,,,2020-01-01,,city.leadUsers,qingdao
            """, StandardCharsets.UTF_8);
        Run run = Run.winnow("answers", csv.toString(), "-q");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().replace(folder + "/", "")).isEqualTo("""
            back.csv:3:2: `there may be more` contradicts `the list is complete` at back.csv:2:2
               | keep one of the two
            back.csv:8:2: `名单已列全` contradicts `there may be more` at back.csv:7:2
               | keep one of the two
            winnow: 2 problems; answers with problems were left out; the rest was accepted
            """);
        assertThat(run.out()).contains("answers taken: 5, rows refused: 2");
    }

    @Test
    void questionsOfAnotherEditionAreReported() throws IOException {
        Path json = folder.resolve("back.json");
        Files.writeString(json, """
            {"pack": {"name": "battery", "digest": "1"}, "universe": {"name": "semiconductor", "digest": "2"},
             "answers": [{"fact": "project.cidm", "of": "boe", "answer": "yes"}]}
            """);
        Run run = Run.winnow("answers", json.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err().replace(folder + "/", "")).contains("""
            note: back.json:1:19: the questions were made with the pack `battery`, not with `semiconductor`
            note: back.json:1:94: the universe has changed since the questions were made
               | the answers still count; `winnow ask` writes new questions
            """);
        assertThat(run.out()).contains("answers taken: 1, rows refused: 0");
    }

    @Test
    void completedFilesAreNotOverwritten() throws IOException {
        Path there = folder.resolve("answers.yaml");
        Files.writeString(there, "mine");
        Path json = folder.resolve("back.json");
        Files.writeString(json, "{\"answers\": [{\"fact\": \"project.cidm\", \"of\": \"boe\", \"answer\": \"yes\"}]}");
        Run run = Run.winnow("answers", json.toString(), "-o", there.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("answers.yaml` already exists; use `--force` to overwrite it");
        assertThat(there).hasContent("mine");
        assertThat(Run.winnow("answers", json.toString(), "-q", "-o", there.toString(), "--force")
                        .exit())
                .isZero();
        Files.writeString(folder.resolve("q.html"), "mine");
        assertThat(Run.winnow("ask", "boe", "-o", file("q.html")).exit()).isEqualTo(2);
    }

    @Test
    void filesWithoutAnswersAreRefused() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        for (String name : List.of("other.csv", "missing.xlsx", "other.txt")) {
            Run run = Run.winnow("answers", file(name));
            assertThat(run.exit()).as(name).isEqualTo(3);
            assertThat(run.err()).as(name).contains(name).contains("no answers were read");
        }
        assertThat(Run.winnow("answers", file("other.csv"), "-o", file("answers.txt"))
                        .err())
                .contains("is not a universe file; did you mean `answers.yaml`?");
    }

    @Test
    void aSingleWordMayNameACity() {
        assertThat(Stream.of(Run.winnow("ask", "jinan", "-q").out().split("\n")))
                .anyMatch(line -> line.contains("Jinan"));
        assertThat(Run.winnow("ask", "jinann").err()).contains("unknown project `jinann`");
    }

    @Test
    void sheetsForOutsidersOmitTheStake() throws IOException, UnreadableTable {
        Path sheet = folder.resolve("owner.xlsx");
        Run.winnow("ask", "--to", "owner", "-o", sheet.toString());
        Path all = folder.resolve("all.xlsx");
        Run.winnow("ask", "-o", all.toString());

        assertThat(rows(all, 0).get(0)).contains("what hangs on it");
        assertThat(rows(sheet, 0).get(0))
                .doesNotContain("what hangs on it", "")
                .endsWith("candidates", "days", "fact", "of");
    }
}
