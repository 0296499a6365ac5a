package dev.winnow.serve.internal.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.text.ImportTables;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadRow;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadTable;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page reads lists as {@code winnow import} does: the same rows of headings, outcomes of rows, and accounts. */
class ReadAsImportTest {

    private static final Universe UNIVERSE = Universe.parse(Map.of("universe.yaml", """
        universe: {name: small, asOf: 2026-01-01}
        cities: [{id: jinan, name: 济南}, {id: qingdao, name: Qingdao 青岛}]
        projects: [{id: sien, name: SiEn}]
        """));

    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);

    @TempDir
    private Path folder;

    /** Outcomes of rows by number, and the rows of headings. */
    private static final class Outcome implements ImportWatch {

        private final List<Integer> headings = new ArrayList<>();
        private final Map<Integer, String> rows = new TreeMap<>();

        @Override
        public void table(ImportedTable table) {
            headings.add(table.headings());
        }

        @Override
        public void strange(ImportedTable table, List<List<String>> cells) {
            headings.add(table.headings());
        }

        @Override
        public void refused(ImportedTable.RefusedRow row) {
            rows.put(row.row(), "refused");
        }

        @Override
        public void passedOver(ImportedTable.LeftRow row) {
            rows.put(row.row(), "passed");
        }
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] list(Random random) {
        String separator = one(random, List.of(",", ",", ";", "\t"));
        boolean chinese = random.nextBoolean();
        List<List<String>> columns = chinese
                ? List.of(
                        List.of("项目名称", "名称"),
                        List.of("投资额（亿元）", "总投资(万元)", "投资额", "计划投资"),
                        List.of("所在城市", "国产化率", "备注", "签约日期"))
                : List.of(
                        List.of("name", "Project", "project name"),
                        List.of("investment (mn yuan)", "Capex (USD bn)", "investment", "cost"),
                        List.of("city", "contact", "Subsidy (USD mn)", "decided"));
        List<String> headings =
                columns.stream().map(words -> one(random, words)).toList();
        List<String> rows = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            rows.add(chinese ? "2025年重点项目清单" : "Projects of the year");
        }
        if (chinese && random.nextInt(4) == 0) {
            rows.add("单位：万元");
        }
        if (random.nextInt(12) > 0) {
            rows.add(String.join(separator, headings));
        }
        for (int i = random.nextInt(14); i > 0; i--) {
            String name = one(random, List.of("A", "B", "甲项目", "乙项目", "SiEn Jinan", "", "合计", "备注：草案", "一、续建项目"));
            String amount = one(random, List.of("3", "12", "3 bn yuan", "much", "", "3亿元", "5000", "0.7", "80-90"));
            String last = one(random, List.of("jinan", "济南", "Hefei", "", "70 %", "2025-03-01", "3/4/2025", "n/a"));
            rows.add(random.nextInt(9) == 0 ? "" : String.join(separator, name, amount, last));
            if (random.nextInt(25) == 0) {
                rows.add(String.join(separator, headings));
            }
        }
        Charset charset = chinese && random.nextInt(3) == 0 ? Charset.forName("GBK") : StandardCharsets.UTF_8;
        return String.join(one(random, List.of("\n", "\r\n")), rows)
                .concat("\n")
                .getBytes(charset);
    }

    @Test
    void onTwoHundredGeneratedLists() throws IOException {
        Random random = new Random(43);
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] content = list(random);
            Path file = Files.write(folder.resolve("list-" + i + ".csv"), content);
            Outcome outcome = new Outcome();
            Import run = new Import(UNIVERSE, Mapping.NONE, null, null, outcome);
            run.run(
                    List.of(file),
                    (kind, holder, entry) -> outcome.rows.put(entry.place().line(), "taken"));
            CandidateWords page = new CandidateWords(
                    CandidateList.EMPTY
                            .and("list-" + i + ".csv", content, false, new ArrayList<>())
                            .read(UNIVERSE),
                    Vocabulary.core(),
                    ENGLISH);
            CandidateReport report = page.report(false);
            Map<Integer, String> rows = new TreeMap<>();
            for (int table = 0; table < report.tables().size(); table++) {
                for (ReadRow row : page.rows(table, 0, 100, null).rows()) {
                    rows.put(row.row(), row.state());
                }
            }
            rows.values().removeIf("unread"::equals);

            assertThat(report.tables())
                    .extracting(ReadTable::headings)
                    .as(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .isEqualTo(outcome.headings);
            assertThat(rows)
                    .as("%s", new String(content, StandardCharsets.UTF_8))
                    .isEqualTo(outcome.rows);
            assertThat(report.summary())
                    .isEqualTo(ImportTables.account(
                            run.taken(), run.amended(), run.lists(), run.rowsReadAgain(), ENGLISH));
            assertThat(report.refused()).isEqualTo(run.rows().refused());
            taken += (int) report.taken();
            refused += (int) report.refused();
        }
        assertThat(taken).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void severalFilesHaveALineEach() throws IOException {
        CandidateList list = CandidateList.EMPTY
                .and(
                        "one.csv",
                        "name,investment\nA,3 bn yuan\nB,much\n".getBytes(StandardCharsets.UTF_8),
                        false,
                        List.of())
                .and("two.csv", "name\nC\nD\n".getBytes(StandardCharsets.UTF_8), false, List.of());

        assertThat(new CandidateWords(list.read(UNIVERSE), Vocabulary.core(), ENGLISH)
                        .report(false)
                        .summary())
                .containsExactly(
                        "Taken: 3 projects.",
                        "one.csv: 3 rows = 1 taken + 1 refused + 1 passed over",
                        "two.csv: 3 rows = 2 taken + 0 refused + 1 passed over",
                        "Rows: 6 = 3 taken + 1 refused + 2 passed over (2 of headings).");
    }
}
