package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and documents of any layout are read according to a mapping. */
class MappedTablesTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Mapping mapping(String yaml) {
        List<dev.winnow.model.source.Problem> problems = new ArrayList<>();
        Mapping mapping = Mapping.parse("mapping.yaml", yaml, problems);
        assertThat(problems).isEmpty();
        return mapping;
    }

    private Imported read(String mapping, Path file) throws IOException {
        return Imported.of(mapping(mapping), null, file);
    }

    @Test
    void moneyWithoutAScaleTakesThatOfItsHeading() throws IOException {
        Path list = file("list.csv", "name,capex (bn yuan)\nAlpha,¥3\nBeta,over RMB 4\nGamma,¥300m\n");

        Imported imported = Imported.of(list);
        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            projects:
              - id: alpha
                name: Alpha
                investment: 3 bn yuan
              - id: beta
                name: Beta
                investment: over 4 bn yuan
              - id: gamma
                name: Gamma
                investment: "¥300m"
            """);
    }

    @Test
    void unusualAmountsUseTheHeadingsUnitOnlyIfTheHeadingIsMapped() throws IOException {
        Path list = file("list.csv", "name,capex (bn yuan)\nAlpha,\"¥3,000,000\"\n");

        assertThat(Imported.of(list).problems)
                .containsExactly(
                        "list.csv:2:2: `¥3,000,000` under a heading in `bn yuan` can mean two amounts; did you mean"
                                + " `3,000,000 bn yuan` or `3,000,000 yuan`, or `--map \"capex (bn yuan)=investment [bn"
                                + " yuan]\"` for the column?");
        Imported imported = read("columns: {capex (bn yuan): \"investment [bn yuan]\"}\n", list);
        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("investment: 3,000,000 bn yuan\n");
    }

    @Test
    void aHeadingMatchesWithoutItsUnit() throws IOException {
        Path list = file("list.csv", "Projekt;Investition (Mio. RMB);Ausbeute (%)\nAlpha;300;92\n");

        Imported imported = read("columns: {Projekt: name, Investition: investment, Ausbeute: yieldRate}\n", list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.notes).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            projects:
              - id: alpha
                name: Alpha
                investment: 300 mn rmb
                yieldRate: 92 %
            """);
    }

    @Test
    void anExactHeadingTakesPrecedence() throws IOException {
        Path list = file("list.csv", "name,amount,amount (bn yuan)\nAlpha,12,3\n");

        Imported imported = read("columns: {amount: \"fundingNeed [mn yuan]\", amount (bn yuan): investment}\n", list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            projects:
              - id: alpha
                name: Alpha
                investment: 3 bn yuan
                fundingNeed: 12 mn yuan
            """);
    }

    @Test
    void aMappedHeadingMarksTheRowOfHeadings() throws IOException {
        Path list = file("list.csv", "Liste 2025,,,\nProgetto,Luogo,Phase,Status\nAlpha,Qingdao,II,offen\n");

        assertThat(Imported.of(list).problems)
                .containsExactly(
                        "list.csv: no row contains known headings; use a heading such as `name` or `项目名称`, or give"
                                + " `--map \"Progetto=name\"`");
        assertThat(read("columns: {Progetto: name}\n", list).yaml).isEqualTo("""
            projects:
              - id: alpha
                name: Alpha
            """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "columns: {Project name: name, Ref: id, Status: note}\nleave: rest\n",
                "columns: {Ref: name}\nleave: rest\n",
                "columns: {Project name: name, End use（Industry）（Refining）: note}\nleave: rest\n",
                "columns: {Project name: name, Refining: note, Industry: source}\nleave: rest\n",
                "kind: projects\ncolumns: {Status: name}\nleave: rest\n",
            })
    void rowsOfHeadingsAreNeverEntries(String mapping) throws IOException {
        Path drawn = Path.of("src/test/resources/sheets/106-headings-in-three-rows-of-a-database.book");
        Path book = DrawnBook.of(Files.readString(drawn)).write(folder.resolve("database.xlsx"));
        Path saved = Files.copy(
                Path.of("src/test/resources/sheets/107-the-same-saved-without-merged-cells.csv"),
                folder.resolve("database.csv"));

        for (Path list : List.of(book, saved)) {
            Imported imported = read(mapping, list);
            assertThat(imported.rows.taken()).isEqualTo(2);
            assertThat(imported.rows.passedOver()).isEqualTo(Map.of(PassedOver.HEADINGS, 3L));
            assertThat(imported.tables.get(0).columns())
                    .extracting(Column::heading)
                    .hasSize(11)
                    .contains("End use（Industry）（Refining）", "Capacity（Hydrogen）（kt H2/y）");
        }
    }

    @Test
    void nestedRecordsAreFlattenedByPath() throws IOException {
        Path list = file("fabs.json", """
            {"asOf": "2025-01-02", "fabs": [
              {"n": 1, "title": "One", "owner": {"name": "Alpha", "country": "CN"},
               "sites": [{"city": "Qingdao"}, {"city": "青岛"}],
               "use": ["car", "toy"], "money": {"total": 12.5}},
              {"n": 2, "title": "Two", "owner": {"name": "Beta"}, "use": ["car"], "money": {"total": null}}]}
            """);

        Imported imported = read("""
            from: fabs
            kind: projects
            columns:
              title: name
              owner.name: owner
              use: {to: endMarkets, words: {car: automotive, toy: "-"}}
              money.total: {to: investment, unit: mn yuan}
            set: {id: "f-{n}", asOf: "{../asOf}"}
            leave: rest
            """, list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            projects:
              - id: f-1
                name: One
                owner: Alpha
                endMarkets: [automotive]
                investment: 12.5 mn yuan
                asOf: 2025-01-02
              - id: f-2
                name: Two
                owner: Beta
                endMarkets: [automotive]
                asOf: 2025-01-02
            """);
    }

    @Test
    void aMappedDateKeepsTheValue() throws IOException {
        Path list = file("list.ndjson", """
            {"name": "A", "yieldRate": {"value": "95 %", "asOf": "11/12/2025"}}
            """);

        Imported imported = read("columns: {yieldRate.asOf: 'yieldRate.asOf [day first]'}", list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("yieldRate: {value: 95 %, asOf: 2025-12-11}");
    }

    @Test
    void nestedRecordsAreRowsWithTheirOuterValues() throws IOException {
        Path list = file("cities.json", """
            {"北城": {"province": "P", "markets": [{"m": "car", "out": 3}, {"m": "homes", "out": 4}]},
             "南城": {"province": "Q", "markets": [{"m": "car", "out": 5}]}}
            """);

        Imported imported = read("""
            records:
              - from: "*"
                kind: cities
                columns: {"@key": [id, name], province: province}
                leave: rest
              - from: "*.markets"
                kind: cities.demands
                columns:
                  "../@key": city
                  m: {to: endMarket, words: {car: automotive, homes: home-appliances}}
                  out: {to: annualOutput, unit: 亿元}
            """, list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            cities:
              - id: 北城
                name: 北城
                province: P
                demands:
                  - {endMarket: automotive, annualOutput: 3亿元}
                  - {endMarket: home-appliances, annualOutput: 4亿元}
              - id: 南城
                name: 南城
                province: Q
                demands:
                  - {endMarket: automotive, annualOutput: 5亿元}
            """);
        assertThat(imported.rows.rows()).isEqualTo(5);
        assertThat(imported.rows.taken()).isEqualTo(5);
    }

    @Test
    void aMistakeIsReportedAtItsValueInTheDocument() throws IOException {
        Path list = file("fabs.json", """
            {"fabs": [{"title": "One", "when": "soon"},
                      {"title": "Two", "market": "boats"}]}
            """);
        Imported imported =
                read("from: fabs\nkind: projects\ncolumns: {title: name, when: decided, market: endMarkets}\n", list);

        assertThat(imported.problems)
                .containsExactly(
                        "fabs.json:1:36: `soon` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?",
                        "fabs.json:2:38: `boats` is not an end market of this universe; it has `automotive`,"
                                + " `home-appliances`");
        assertThat(imported.rows.refused()).isEqualTo(2);
    }

    @Test
    void recordsOnOneLineHaveSeparatePlaces() throws IOException {
        Path list =
                file("cities.json", "{\"c\":[{\"n\":\"A\",\"p\":\"x\"},{\"n\":\"B\",\"d\":\"soon\"},{\"n\":\"C\"}]}");

        Imported imported = read("from: c\nkind: cities\ncolumns: {n: name, p: province, d: asOf}\n", list);

        assertThat(imported.yaml).contains("name: A").contains("name: C").doesNotContain("name: B");
        assertThat(imported.problems).hasSize(1);
    }

    @Test
    void rowsWithOneIdAreMergedIfTheMappingSaysSo() throws IOException {
        Path firms = file("firms.csv", "firm,alias,no\nHaier,海尔,1\nHaier,Haier Group,1\nHayer,x,1\n");

        Imported imported = read("kind: firms\nmerge: true\ncolumns: {firm: name, alias: aliases, no: id}\n", firms);

        assertThat(imported.yaml).isEqualTo("""
            firms:
              - id: 1
                name: Haier
                aliases: [海尔, Haier Group]
            """);
        assertThat(imported.problems)
                .containsExactly("firms.csv:4:1: `name` is `Hayer` here, and `Haier` at " + firms + ":2:1");
        assertThat(imported.rows)
                .isEqualTo(
                        new dev.winnow.tables.internal.entries.RowCount(4, 2, 1, 0, Map.of(PassedOver.HEADINGS, 1L)));
    }

    @Test
    void rowsExcludedByTheMappingArePassedOver() throws IOException {
        Path list = file("list.csv", "what,name\nfirm,A\nproject,B\n");

        Imported imported = read("kind: projects\nwhere: {what: project}\ncolumns: {name: name}\nleave: rest\n", list);

        assertThat(imported.yaml).contains("name: B").doesNotContain("name: A");
        assertThat(imported.rows.passedOver()).containsEntry(PassedOver.NOT_MEANT, 1L);
    }

    @Test
    void aConditionOnAMissingColumnRefusesTheTable() throws IOException {
        Imported imported = read(
                "kind: projects\nwhere: {waht: project}\ncolumns: {name: name}\n",
                file("list.csv", "what,name\nfirm,A\n"));

        assertThat(imported.problems)
                .containsExactly("mapping.yaml:2:15: no column has the heading `waht`; did you mean `what`?");
        assertThat(imported.rows.refused()).isEqualTo(1);
    }

    @Test
    void aHeadingMissingInAllTablesIsReported() throws IOException {
        Imported imported =
                Imported.of(Mapping.NONE.and("compny", "owner"), null, file("list.csv", "name,company x\nA,B\n"));

        assertThat(imported.notes)
                .containsExactly("--map: no column has the heading `compny`; did you mean `company x`?");
    }

    @Test
    void aPathWithoutTargetSuggestsPathsToRecords() throws IOException {
        Imported imported =
                read("from: fab\ncolumns: {name: name}\n", file("f.json", "{\"fabs\": [{\"name\": \"A\"}]}"));

        assertThat(imported.problems).hasSize(1);
        assertThat(imported.problems.get(0))
                .startsWith("mapping.yaml:1:7: `fab` leads to no records in `")
                .endsWith("f.json`; did you mean `fabs`?");
    }

    @Test
    void aPathIntoATableIsRefused() throws IOException {
        Imported imported = read("from: fabs\ncolumns: {name: name}\n", file("f.csv", "name\nA\n"));

        assertThat(imported.problems.get(0))
                .startsWith("mapping.yaml:1:7: `")
                .endsWith("f.csv` contains rows; only a document has paths; did you mean `sheet`?");
    }

    @Test
    void aFileExcludedByTheMappingIsNotRead() throws IOException {
        Imported imported = read("records: [{file: a.csv, columns: {name: name}}]\n", file("b.csv", "name\nA\n"));

        assertThat(imported.problems)
                .containsExactly(
                        "b.csv: the mapping does not apply to a file of this name; write `file: \"*.csv\"` in the"
                                + " mapping");
    }

    @Test
    void aMappingWithAMistakeReadsNothing() throws IOException {
        Imported imported = read("columns: {name: nmae}\n", file("list.csv", "name\nA\n"));

        assertThat(imported.problems)
                .containsExactly("mapping.yaml:1:17: `nmae` names no property; did you mean `name`?");
        assertThat(imported.yaml).isEqualTo("projects: []\n");
    }

    @Test
    void aProposalDoesNotCount() throws IOException {
        Imported imported = read(
                "columns: {xyz: {confirm: owner}, use: {to: endMarkets, words: {car: {confirm: automotive}}}}\n",
                file("list.csv", "name,xyz,use\nA,B,car\n"));

        assertThat(imported.yaml).isEqualTo("projects: []\n");
        assertThat(imported.problems)
                .containsExactly("list.csv:2:3: `car` is not an end market of this universe; it has `automotive`,"
                        + " `home-appliances`");
    }

    @Test
    void aMappingBesideADocumentIsRead() throws IOException {
        Path list = file("fabs.json", "{\"fabs\": [{\"title\": \"One\"}]}");
        file("fabs.json.map.yaml", "from: fabs\nkind: projects\ncolumns: {title: name}\n");

        assertThat(Tables.isTable(list)).isTrue();
        assertThat(Tables.read(List.of(list), Imported.CHIPS).problems()).isEmpty();
        assertThat(Imported.of(list).yaml).contains("name: One");
    }

    @Test
    void aSheetExcludedByTheMappingIsReported() throws IOException {
        Path book = folder.resolve("book.xlsx");
        new Book()
                .sheet("Plan", Book.row(1, "title") + Book.row(2, "A"))
                .sheet("Rest", Book.row(1, "title") + Book.row(2, "B"))
                .write(book);
        Imported imported = read("sheet: Plan\nkind: projects\ncolumns: {title: name}\n", book);

        assertThat(imported.yaml).contains("name: A").doesNotContain("name: B");
        assertThat(imported.notes)
                .containsExactly("book.xlsx:Rest: the mapping does not apply to the sheet; it is not read");
        assertThat(read("sheet: Paln\nkind: projects\ncolumns: {title: name}\n", book)
                        .problems
                        .get(0))
                .endsWith("book.xlsx` has no sheet `Paln`; did you mean `Plan`?");
    }
}
