package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.RefusedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One account a list: its rows sum up, one cause is one problem, and the refused rows are in one file. */
class ListAccountTest {

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> said(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void aCauseThatStruckManyRowsIsOneProblem() throws IOException {
        StringBuilder rows = new StringBuilder("name,Standort,investment\n");
        for (int i = 2; i <= 33; i++) {
            rows.append("P")
                    .append(i)
                    .append(i % 2 == 0 ? ",Hefei," : ",Lhasa,")
                    .append(i == 9 ? "much" : "3 bn yuan")
                    .append('\n');
        }
        Tables read = Tables.read(List.of(write("list.csv", rows.toString())), Imported.CHIPS);

        assertThat(said(read.problems()))
                .containsExactly(
                        "list.csv:2:2: `Hefei` is not a city of this universe, likewise `Lhasa`, in 32 rows: 2, 3, 4 and"
                                + " 29 more\n   | it has `qingdao`; give `winnow import list.csv --map \"Standort=-\"` to leave the places out, or add the cities to the universe",
                        "list.csv:9:3: `much` is not money\n   | such as `300 mn yuan`");
        assertThat(said(read.notes()))
                .last()
                .isEqualTo(
                        "list.csv: 33 rows = 0 taken + 32 refused + 1 passed over; rows that need a"
                                + " decision: 32\n   | `winnow import list.csv` writes the refused rows with their reasons to a file");
    }

    @Test
    void fewRowsAndFurtherValuesAreListed() throws IOException {
        Tables read = Tables.read(
                List.of(
                        write("a.csv", "name,investment\nA,much\nB,3 bn yuan\nC,much\n"),
                        write("b.csv", "name,investment\nD,v\nE,w\nF,x\nG,y\nH,z\n")),
                Imported.CHIPS);

        assertThat(said(read.problems()))
                .containsExactly(
                        "a.csv:2:2: `much` is not money, in rows 2, 4\n   | such as `300 mn yuan`",
                        "b.csv:2:2: `v` is not money, likewise `w`, `x`, `y` and others, in 5 rows: 2, 3, 4 and 2 more"
                                + "\n   | such as `300 mn yuan`");
        assertThat(said(read.notes()))
                .containsExactly(
                        "a.csv: 4 rows = 1 taken + 2 refused + 1 passed over\n   | `winnow import a.csv` writes the refused"
                                + " rows with their reasons to a file",
                        "b.csv: 6 rows = 0 taken + 5 refused + 1 passed over\n   | `winnow import b.csv` writes the refused"
                                + " rows with their reasons to a file");
    }

    @Test
    void aListWhoseRowsAreAllTakenNeedsNoAccount() throws IOException {
        Path list = write("list.ndjson", "{\"name\": \"A\"}\n{\"name\": \"B\"}\n");

        assertThat(said(Tables.read(List.of(list), Imported.CHIPS).notes())).isEmpty();
    }

    @Test
    void theIdOfARefusedEntryIsKnownToItsFacts() throws IOException {
        String facts = """
            facts:
              - {subject: %s, about: investor, text: Tata, asOf: 2025-01-01}
            """;
        Tables read = Tables.read(
                List.of(write("in.csv", "id,name,investment\nindia-1,Dholera,3 bn yuan\nindia-3,Assam,much\n")),
                Imported.CHIPS);
        for (String subject : List.of("india-3", "india-4")) {
            Universe universe = Universe.read(
                            Imported.CHIPS.vocabulary(), write(subject + ".yaml", facts.formatted(subject)))
                    .with(read.documents(), true, read.problems());

            assertThat(said(universe.problems()).stream().filter(problem -> problem.contains("has no `india")))
                    .hasSize(subject.equals("india-3") ? 0 : 1);
            assertThat(universe.projectIds()).containsExactly("india-1");
        }
    }

    @Test
    void aRefusedRowDoesNotHideAValidOneOfItsId() throws IOException {
        Tables read = Tables.read(
                List.of(write("in.csv", "id,name,investment\na,A,3 bn yuan\na,A,4 bn yuan\nb,B,much\nb,B,1 bn yuan\n")),
                Imported.CHIPS);
        Universe universe = Imported.CHIPS.with(read.documents(), true, read.problems());

        assertThat(universe.projectIds()).containsExactly("a", "b");
        assertThat(said(universe.problems()))
                .containsExactly(
                        "in.csv:3:2: the project `a` was already given in row 2",
                        "in.csv:4:3: `much` is not money\n   | such as `300 mn yuan`");
    }

    @Test
    void theIdOfARefusedCityIsKnownToo() throws IOException {
        Universe facts = Universe.read(Imported.CHIPS.vocabulary(), write("facts.yaml", """
                    universe: {name: x, asOf: 2026-01-01}
                    cities: [{id: jiaxing, name: Jiaxing}]
                    facts: [{subject: jinan, about: x, text: y, asOf: 2025-01-01}]
                    """));
        Tables read = Tables.read(List.of(write("cities.csv", "id,name,asOf\njinan,Jinan,soon\n")), facts);
        Universe whole = facts.with(read.documents(), false, read.problems());

        assertThat(read.problems()).hasSize(1);
        assertThat(whole.problems()).isEqualTo(read.problems());
        assertThat(whole.cityIds()).containsExactly("jiaxing");
    }

    @Test
    void theRefusedRowsOfAWorkbookAreInOneFileAndReadBack() throws IOException {
        Path book = new Book()
                .sheet("项目", Book.row(1, "项目名称", "总投资") + Book.row(2, "甲", "很多") + Book.row(3, "乙", "3亿元"))
                .sheet("二期", Book.row(1, "项目名称", "投产日期") + Book.row(2, "丙", "不久"))
                .write(folder.resolve("book.xlsx"));
        Path refused = refused(book);

        assertThat(Files.readString(refused).replace("\r", "")).isEqualTo("""
            \uFEFFwinnow row,winnow: why refused,项目名称,总投资
            2,why,甲,很多

            winnow row,winnow: why refused,项目名称,投产日期
            2,why,丙,不久
            """);
        Files.writeString(
                refused, Files.readString(refused).replace("很多", "3亿元").replace("不久", "2026-01-01"));
        assertThat(Imported.of(refused).rows.taken()).isEqualTo(2);
    }

    private Path refused(Path list) throws IOException {
        try (RefusedFile file = new RefusedFile(null, true, Language.EN, problem -> "why")) {
            new Import(Imported.CHIPS, Mapping.NONE, null, null, new ImportWatch() {
                        @Override
                        public void refused(ImportedTable.RefusedRow row) {
                            try {
                                file.write(row);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    })
                    .run(List.of(list), (kind, holder, entry) -> {});
            file.finish();
            assertThat(file.written()).hasSize(1);
            return file.written().get(0);
        }
    }

    /** Rows in are rows taken, refused and passed over, of each of many lists with mistakes in many places. */
    @Test
    void theAccountsOfRandomListsSumUp() throws IOException {
        Random random = new Random(43);
        List<String> names = List.of("A", "B", "C", "", "合计", "备注：草案", "name", "一、续建项目");
        List<String> cities = List.of("qingdao", "Hefei", "", "青岛市", "高新区");
        List<String> amounts = List.of("3 bn yuan", "much", "", "0.7", "3-5 亿元", "300 mn yuan");
        Map<Path, Long> rows = new LinkedHashMap<>();
        for (int list = 0; list < 500; list++) {
            StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "List of the year\n" : "")
                    .append("id,name,city,investment\n");
            int lines = random.nextInt(12);
            for (int i = 0; i < lines; i++) {
                text.append(random.nextInt(3) == 0 ? "" : "p" + random.nextInt(9000))
                        .append(',');
                text.append(names.get(random.nextInt(names.size()))).append(',');
                text.append(cities.get(random.nextInt(cities.size()))).append(',');
                text.append(amounts.get(random.nextInt(amounts.size()))).append('\n');
            }
            rows.put(
                    write(list + ".csv", text.toString()),
                    text.toString().lines().filter(line -> !line.equals(",,,")).count());
        }
        Import run = new Import(Imported.CHIPS, Mapping.NONE, null, null, new ImportWatch() {});
        run.run(List.copyOf(rows.keySet()), (kind, holder, entry) -> {});
        Map<String, RowCount> lists = run.lists();

        rows.forEach((file, count) -> {
            RowCount account = lists.get(file.toString());
            assertThat(account.rows()).as("%s", file).isEqualTo(count);
            assertThat(account.taken() + account.refused() + account.passed()).isEqualTo(count);
            assertThat(account.asked()).isLessThanOrEqualTo(account.refused());
        });
        assertThat(lists.values().stream().reduce(RowCount.NONE, RowCount::plus))
                .isEqualTo(run.rows());
        assertThat(run.rows().taken()).isBetween(100L, 2_000L);
        assertThat(run.rows().refused()).isBetween(100L, 3_000L);
    }
}
