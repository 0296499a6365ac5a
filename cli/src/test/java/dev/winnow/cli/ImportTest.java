package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.commands.data.ImportCommand;
import dev.winnow.commands.prompt.TerminalAnswers;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.report.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** An investment bureau's lists become candidates, and the report says how. */
class ImportTest {

    private static final Path LISTS = Path.of("src", "test", "resources", "tables");

    @TempDir
    private Path folder;

    private Path chinese;
    private Path english;

    @BeforeEach
    void copyTheLists() throws IOException {
        chinese = Files.copy(LISTS.resolve("chip-projects-zh.csv"), folder.resolve("chip-projects-zh.csv"));
        english = Files.copy(LISTS.resolve("chip-projects-en.csv"), folder.resolve("chip-projects-en.csv"));
    }

    private String plain(String text) {
        return text.replace(folder + "/", "");
    }

    private static Run asked(String answer, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err), Map.<String, String>of()::get, true);
        System.setProperty("winnow.home", Run.HOME.toString());
        try {
            int exit = new CommandLine(new ImportCommand(terminal, new TerminalAnswers(new StringReader(answer))))
                    .execute(arguments);
            return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.clearProperty("winnow.home");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "zh, en", "zh, zh"})
    void theReportCoversEveryColumnAndRow(String list, String language) throws IOException {
        Path file = list.equals("zh") ? chinese : english;
        Path out = folder.resolve("out.yaml");
        Run run = Run.winnow("import", file.toString(), "-o", out.toString(), "--lang", language);

        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
        Golden.assertSame("import/" + list + "-" + language + ".txt", plain(run.out()));
        Golden.assertSame("import/" + list + ".yaml", Files.readString(out));
        Golden.assertSame(
                "import/" + list + "-" + language + ".refused.csv",
                Files.readString(folder.resolve("chip-projects-" + list + ".refused.csv"))
                        .replace("\r\n", "\n"));
    }

    @Test
    void correctedRowsAreImportedAgain() throws IOException {
        Run.winnow("import", chinese.toString());
        Path refused = folder.resolve("chip-projects-zh.refused.csv");
        String mended = Files.readString(refused)
                .replace("光刻胶,集成电路", "半导体材料,集成电路")
                .replace(",0.7,", ",70,")
                .replace("3/4/2025", "2025-04-03");
        Files.writeString(refused, mended.lines().limit(2).reduce("", (one, next) -> one + next + "\n"));
        Path out = folder.resolve("again.ndjson");

        Run run = Run.winnow("import", refused.toString(), "-o", out.toString());

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(Files.readString(out))
                .isEqualTo("{\"id\":\"光刻胶二期\",\"name\":\"光刻胶二期\",\"owner\":\"胶州新材\","
                        + "\"decided\":\"2025-04-03\",\"track\":\"integrated-circuits\",\"links\":[\"semiconductor-materials\"],"
                        + "\"endMarkets\":[\"industrial\"],\"investment\":\"56000万元\",\"domesticEquipmentRate\":\"70"
                        + " %\",\"domesticMaterialRate\":\"80 %\",\"subTracks\":[]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "ndjson", "csv", "xlsx"})
    void everyFormatContainsTheSameEntries(String form) throws IOException {
        Path once = folder.resolve("once." + form);
        Path twice = folder.resolve("twice.yaml");
        Run.winnow("import", english.toString(), "-o", once.toString(), "-q");

        Run run = Run.winnow("import", once.toString(), "-o", twice.toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(twice))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden/import/en.yaml")));
    }

    @Test
    void aListIsScreenedDirectly() {
        Run run = Run.winnow("screen", "--project", english.toString(), "--city", "qingdao");

        assertThat(run.out()).contains("Harbour power fab", "Quill EDA tools").doesNotContain("SiEn");
        assertThat(plain(run.err()))
                .contains("note: chip-projects-en.csv:1:21: the column `Contact person` is not taken")
                .contains("chip-projects-en.csv:5:8: `$40 mn` is not in yuan");
        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void anAmbiguousHeadingIsAskedAboutOnATerminal() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "name,国产化率\nA,70 %\n");
        Path out = folder.resolve("out.yaml");

        Run run = asked("9\n2\n", list.toString(), "-o", out.toString(), "--save-map");

        assertThat(plain(run.err())).isEqualTo("""
            list.csv:1:2: what does the heading `国产化率` mean?
              for example 70 %
              1  domesticEquipmentRate (domestic equipment rate)
              2  domesticMaterialRate (domestic material rate)
              -  leave the column out
            a number, a property, or nothing to refuse the table: `9` is none of these and no property
            a number, a property, or nothing to refuse the table:\
            """ + " ");
        assertThat(Files.readString(out)).contains("domesticMaterialRate: 70 %");
        assertThat(Files.readString(folder.resolve("list.csv.map.yaml"))).isEqualTo("国产化率: domesticMaterialRate\n");
        assertThat(Run.winnow("import", list.toString()).exit()).isZero();
    }

    @Test
    void anAmbiguousCommaIsAskedAboutOnATerminal() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "name;money needed (mn yuan)\nA;1,234\nB;400\n");
        Path out = folder.resolve("out.yaml");

        Run run = asked("1\n", list.toString(), "-o", out.toString(), "--save-map");

        assertThat(plain(run.err())).isEqualTo("""
            list.csv:1:2: what does the heading `money needed (mn yuan)` mean?
              for example 1,234
              1  fundingNeed [mn yuan] decimal comma
              2  fundingNeed [mn yuan] decimal point
              -  leave the column out
            a number, a property, or nothing to refuse the table:\
            """ + " ");
        assertThat(Files.readString(out)).contains("fundingNeed: 1.234 mn yuan", "fundingNeed: 400 mn yuan");
        assertThat(Files.readString(folder.resolve("list.csv.map.yaml"))).contains("decimal comma");
    }

    @Test
    void aSimilarProjectIsAskedAboutOnATerminal() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "name,investment,asOf\nSiEn (QingDao) Integrated Circuits,20 bn yuan,2026-01-08\n");
        Path out = folder.resolve("out.yaml");

        Run run = asked("7\n1\n", list.toString(), "-o", out.toString(), "--save-map");

        assertThat(plain(run.err())).isEqualTo("""
            list.csv:2:1: is `SiEn (QingDao) Integrated Circuits` a known entry?
              1  sien (SiEn 芯恩)
              new  it is another one
            a number, an id, new, or nothing to leave it open: `7` is none of these
            a number, an id, new, or nothing to leave it open:\
            """ + " ");
        assertThat(run.out()).contains("Known projects and cities updated: 1");
        assertThat(Files.readString(out)).startsWith("answers:\n  - project: sien\n    fact: project.investment\n");
        assertThat(Files.readString(folder.resolve("list.csv.map.yaml")))
                .isEqualTo("match:\n  SiEn (QingDao) Integrated Circuits: sien\n");
        assertThat(Run.winnow(
                                "screen",
                                "-u",
                                Run.HOME.resolve("seeds/semiconductor").toString(),
                                "-u",
                                out.toString(),
                                "-q")
                        .exit())
                .isZero();
        assertThat(Run.winnow("import", list.toString(), "--match", "SiEn").err())
                .isEqualTo("winnow: `SiEn` needs a name and an id; did you mean `SiEn=new`?\n");
    }

    @Test
    void aDraftMappingCountsOnceConfirmed() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "title,compny,money (mn yuan),phone\nA,Haier,5,1\n");
        Path mapping = folder.resolve("mapping.yaml");

        Run run = Run.winnow(
                "import", list.toString(), "--learn", mapping.toString(), "--map", "money (mn yuan)=investment");

        assertThat(plain(run.out())).contains("A draft mapping is in mapping.yaml");
        assertThat(Files.readString(mapping)).isEqualTo("""
            # A meaning behind `confirm` is a proposal and does not count: write `to` instead of `confirm`, the meaning alone, or another meaning.
            kind: projects
            columns:
              title: name
              compny: {confirm: owner, note: the heading resembles a word for it}
              money (mn yuan): "investment [mn yuan]"
              phone: {confirm: "-"}
            """);
        assertThat(Run.winnow("import", list.toString(), "--learn", mapping.toString())
                        .exit())
                .isNotZero();
        assertThat(Run.winnow("import", list.toString(), "--map", mapping.toString())
                        .exit())
                .isEqualTo(Exit.PROBLEMS);
        Files.writeString(mapping, Files.readString(mapping).replace("confirm: owner", "to: owner"));
        assertThat(Run.winnow("import", list.toString(), "--map", mapping.toString())
                        .exit())
                .isZero();
    }

    @Test
    void aDraftMappingOfADocumentHasPathsAndValueMeanings() throws IOException {
        Path list = folder.resolve("list.json");
        Files.writeString(list, """
            {"updated": "2026-01-02", "payload": {"plants": [
              {"title": "P1", "company": {"name": "Alpha"}, "geo": {"city": "青岛", "lat": 36.1}, "step": "IC设计",
               "history": [{"year": 1}, {"year": 2}, {"year": 3}]},
              {"title": "P2", "company": {"name": "Beta"}, "geo": {"city": "Jinan"}, "step": "Wafer making"}]}}
            """);
        Path mapping = folder.resolve("mapping.yaml");
        Run.winnow("import", list.toString(), "--learn", mapping.toString(), "--map", "step=links");

        assertThat(Files.readString(mapping)).isEqualTo("""
            # A meaning behind `confirm` is a proposal and does not count: write `to` instead of `confirm`, the meaning alone, or another meaning.
            # It holds records at other paths, too: `payload.plants[].history`.
            from: payload.plants
            kind: projects
            columns:
              title: name
              company.name: {confirm: owner, note: the heading resembles a word for it}
              geo.city: {confirm: city, note: one of its keys is a word for it}
              geo.lat: {confirm: "-"}
              step: {to: links, words: {IC设计: {confirm: chip-design}, Wafer making: {confirm: wafer-manufacturing}}, note: "`IC设计` shares a part with `Chip design 芯片设计`; `Wafer making` shares a part with `wafer-manufacturing`"}
              "history[].year": {confirm: "-"}
            """);
        assertThat(Run.winnow("import", list.toString(), "--map", mapping.toString())
                        .exit())
                .isEqualTo(Exit.PROBLEMS);
        Files.writeString(
                mapping, Files.readString(mapping).replaceAll("\\{confirm: ([^,}]+)(?:, note: [^}]+)?\\}", "$1"));
        assertThat(Run.winnow("import", list.toString(), "--map", mapping.toString())
                        .exit())
                .isZero();
    }

    @Test
    void anInvestorHeadingIsAskedAboutOnATerminal() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "项目名称,投资方\n甲,甲公司\n");
        Path out = folder.resolve("out.yaml");

        Run run = asked("2\n", list.toString(), "-o", out.toString());

        assertThat(plain(run.err()))
                .contains("1  coInvestors (co-investors)\n", "2  owner\n", "-  leave the column out\n");
        assertThat(Files.readString(out)).contains("owner: 甲公司\n");
    }

    @Test
    void anUnusualAmountIsAskedAboutOnATerminal() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "项目名称,总投资（亿元）\n甲,450000\n乙,3\n");
        Path out = folder.resolve("out.yaml");

        Run run = asked("2\n", list.toString(), "-o", out.toString());

        assertThat(plain(run.err())).contains("450000", "1  investment [亿元]\n", "2  investment [万元]\n");
        assertThat(Files.readString(out)).contains("investment: 450000万元\n", "investment: 3万元\n");
    }

    @Test
    void aLedgerOfThirtyRowsIsRanked() throws IOException {
        Path ledger = Files.copy(LISTS.resolve("ledger-zh.csv"), folder.resolve("ledger-zh.csv"));
        Run open = Run.winnow("import", ledger.toString());
        assertThat(plain(open.err())).isEqualTo("""
            ledger-zh.csv:4:3: the heading `投资主体` can mean `coInvestors` or `owner`
               | did you mean `--map "投资主体=coInvestors"` or `--map "投资主体=owner"`?
            """);

        Path out = folder.resolve("ledger.yaml");
        Run run = Run.winnow(
                "import",
                ledger.toString(),
                "--map",
                "投资主体=owner",
                "--map",
                "累计完成投资=-",
                "--save-map",
                "-o",
                out.toString());
        Golden.assertSame("import/ledger-zh.txt", plain(run.out()));
        Golden.assertSame("import/ledger-zh.yaml", Files.readString(out));

        Run screened = Run.winnow("screen", "--project", ledger.toString(), "--city", "qingdao", "--all");
        assertThat(screened.out()).contains("西海岸晶圆一期", "西海岸晶圆二期", "平度靶材");
        assertThat(plain(screened.err())).contains("ledger-zh.csv:27:4: `合肥高新区` is not a city of this universe");
    }

    @Test
    void withoutATerminalItIsRefusedAndNothingIsWritten() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "name,国产化率\nA,70 %\n");
        Path out = folder.resolve("out.yaml");
        Files.writeString(out, "before\n");

        Run run = Run.winnow("import", list.toString(), "-o", out.toString(), "--force");

        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(plain(run.err()))
                .isEqualTo(
                        "list.csv:1:2: the heading `国产化率` can mean `domesticEquipmentRate` or `domesticMaterialRate`\n"
                                + "   | did you mean `--map \"国产化率=domesticEquipmentRate\"` or `--map"
                                + " \"国产化率=domesticMaterialRate\"`?\n");
        assertThat(Files.readString(out)).isEqualTo("before\n");
        assertThat(Run.winnow("import", list.toString(), "--map", "国产化率=材料国产化率").exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--map nonsense | `nonsense` needs a heading and a property; did you mean `nonsense=name`?",
                "--kind project | unknown kind of entry `project`; did you mean `projects`?",
                "-o list.doc | the ending of `list.doc` selects no format; write to `list.yaml`; also possible:"
                        + " `.yml`, `.json`, `.ndjson`, `.jsonl`, `.csv`, `.xlsx`"
            })
    void wrongUsageIsReported(String options, String message) {
        String[] words = ("import " + english + " " + options).split(" ");
        Run run = Run.winnow(words);

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).isEqualTo("winnow: " + message + "\n");
    }
}
