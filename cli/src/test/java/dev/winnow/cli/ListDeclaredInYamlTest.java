package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A list declared in the YAML of a pack works like a built-in one wherever winnow reads or names facts. The test adds
 * only pack files and no Java.
 */
class ListDeclaredInYamlTest {

    private static final String TALENTS = """
          talents:
            row: Talent
            name: {en: talents, zh: 人才清单}
            row-name: {en: talent, zh: 人才}
            ask: {en: In which fields do the schools of %s train people?, zh: '%s的院校培养哪些专业的人才？'}
            who: city
            days: 2
            key: [field]
            has:
              field:
                is: one of [process, design]
                name: {en: field, zh: 专业方向}
                words: {process: {en: process technology, zh: 工艺}, design: {en: circuit design, zh: 电路设计}}
              graduates:
                is: number
                name: {en: graduates a year, zh: 年毕业生人数}
                ask: {en: How many people graduate in %s a year?, zh: '%s每年毕业多少人？'}
                who: city
                days: 1
        """;

    private static final String LIMIT = """

          - id: graduates-enough
            title: Graduates a year that fill the shifts of a line
            values: [{value: 300}]
            assumed: true
            reason: a line of three shifts takes some three hundred people
        """;

    private static final String RULE = """

        rule "people-for-the-line"
          @title("Schools of the city train people for its line")
          @points(20)  @source("modeller")
        when
          Limit( id == "graduates-enough", $min : value )
          Project( needs contains "talent" )
          Talent( field == "process", graduates >= $min, $field : field, $many : graduates )
        then
          card.award("%s people graduate in %s a year, at least %s needed", $many, $field, $min);
        end
        """;

    private static final String CHINESE = """
          people-for-the-line:
            title: 本市院校为产线培养人才
            reason: "%2$s专业每年毕业%1$s人，至少需要%3$s人"
        """;

    private static final String CASES = """

          - case: Nine hundred in process technology are enough for a project that asks for people
            rule: people-for-the-line
            given:
              project: {needs: [talent]}
              city: {talents: [{field: process, graduates: 900}]}
            expect: {outcome: fires, points: 20, reason: "900 people graduate in process technology a year, at least 300 needed"}
          - case: Two hundred are not, whatever other fields there are
            rule: people-for-the-line
            given:
              project: {needs: [talent]}
              city: {talents: [{field: process, graduates: 200}, {field: design, graduates: 900}]}
            expect: does not fire
          - case: Nobody counted them
            rule: people-for-the-line
            given:
              project: {needs: [talent]}
              city: {talents: [{field: process}]}
            expect: {outcome: cannot say, missing: [city.talents.process.graduates]}
        """;

    private static final String HEAD = """
        universe: {name: coast, asOf: 2024-06-30}
        projects:
          - {id: gale, name: Gale 大风, needs: [talent]}
        """;

    private static final String CITIES = """
        cities:
          - id: northport
            name: Northport 北港
            talents: [{field: process, graduates: 900}, {field: design, graduates: over 100}]
          - id: southport
            name: Southport 南港
            talents: [{field: process}]
          - id: eastport
            name: Eastport 东港
        """;

    @TempDir
    private static Path folder;

    private static PackCopy copy;
    private static RulePack pack;

    @BeforeAll
    static void declare() throws IOException {
        copy = PackCopy.of("semiconductor", folder)
                .add("vocabulary.yaml", TALENTS)
                .add("limits.yaml", LIMIT)
                .add("track-and-place.drl", RULE)
                .add("zh.yaml", CHINESE)
                .add("cases/track-and-place.yaml", CASES);
        pack = RulePack.load(copy.folder());
        Files.writeString(folder.resolve("head.yaml"), HEAD);
        Files.writeString(folder.resolve("cities.yaml"), CITIES);
        try (OutputStream out = Files.newOutputStream(folder.resolve("cities.xlsx"));
                Workbook book = new Workbook(out, "somebody", "1.0")) {
            sheet(
                    book,
                    "城市",
                    List.of("编号", "名称"),
                    List.of("northport", "Northport 北港"),
                    List.of("southport", "Southport 南港"),
                    List.of("eastport", "Eastport 东港"));
            sheet(
                    book,
                    "人才清单",
                    headings(),
                    List.of("北港", "工艺", "900"),
                    List.of("北港", "电路设计", "超过100"),
                    List.of("南港", "工艺", ""));
        }
    }

    @SafeVarargs
    private static void sheet(Workbook book, String name, List<String> headings, List<String>... rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            for (int row = 0; row < rows.length; row++) {
                sheet.value(row + 1, column, rows[row].get(column));
            }
        }
    }

    /** Returns the column headings of a template. */
    private static List<String> headings() {
        Run run = winnow("template", "cities.talents", "-f", "csv", "--lang", "zh");
        List<String> headings = List.of(run.out().replace("\uFEFF", "").strip().split(","));
        assertThat(headings).startsWith("城市", "专业方向", "年毕业生人数");
        return headings.subList(0, 3);
    }

    /** Runs winnow with the pack. */
    private static Run winnow(String... words) {
        Run run = Run.winnow(
                Stream.concat(Stream.of(words), Stream.of("-r", copy.folder().toString()))
                        .toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run;
    }

    /** Returns the memo of the project in a city as one line. */
    private static String memo(String city, String language, String... more) {
        String[] words = Stream.concat(Stream.of("explain", "gale", city, "--lang", language), Stream.of(more))
                .toArray(String[]::new);
        String out = winnow(withUniverse(words)).out();
        return out.replaceAll("\n +", language.equals("zh") ? "" : " ");
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] withUniverse(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("-u", file("head.yaml"), "-u", file("cities.yaml")))
                .toArray(String[]::new);
    }

    private static Universe read(String cities) {
        Universe universe = Universe.read(pack.vocabulary(), folder.resolve("head.yaml"), folder.resolve(cities));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }

    private static Universe built() {
        return Universe.builder(pack.vocabulary())
                .name("coast")
                .asOf(LocalDate.parse("2024-06-30"))
                .project(Project.builder("gale", "Gale 大风").set("needs", List.of("talent")))
                .city(City.builder("northport", "Northport 北港")
                        .row(
                                "talents",
                                DeclaredRow.builder()
                                        .set("field", "process")
                                        .set("graduates", Figure.exactly(900, Unit.NUMBER))))
                .build();
    }

    /** Returns the outcome of the rule in a city, which is the same with each evaluator. */
    private static String found(Universe universe, String city) {
        List<String> found = Stream.of(Screener.of(pack), Screener.of(pack, Matcher.PHREAK), Screener.walking(pack))
                .map(screener -> screener.open(universe)
                        .result()
                        .explanations()
                        .filter(one -> one.assessment().city().equals(city))
                        .map(ListDeclaredInYamlTest::found)
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String found(Explanation explanation) {
        return Stream.concat(
                        explanation.findings().stream()
                                .filter(one -> one.rule().equals("people-for-the-line"))
                                .map(Finding::reason),
                        explanation.undetermined().stream()
                                .filter(one -> one.rule().equals("people-for-the-line"))
                                .map(one -> one.missing().toString()))
                .findFirst()
                .orElse("no");
    }

    @Test
    void itsRuleIsCheckedAndTested() {
        Run.assumeBuilt("rules check");
        assertThat(winnow("rules", "test", "-k", "people-for-the-line").out()).endsWith("3 passed, 0 failed\n");
    }

    @Test
    void yamlSheetsAndCodeGiveTheSameResultsInEveryEvaluator() {
        String imported = file("imported.yaml");
        winnow("import", file("cities.xlsx"), "-q", "-o", imported);
        for (Universe universe : List.of(read("cities.yaml"), read("imported.yaml"))) {
            assertThat(found(universe, "northport"))
                    .isEqualTo("900 people graduate in process technology a year, at least 300 needed");
            assertThat(found(universe, "southport")).isEqualTo("[city.talents.process.graduates]");
            assertThat(found(universe, "eastport")).isEqualTo("[city.talents]");
        }
        assertThat(found(built(), "northport"))
                .isEqualTo("900 people graduate in process technology a year, at least 300 needed");
    }

    @Test
    void aSheetIsAUniverseForEveryCommand() {
        String[] words = {"explain", "gale", "northport", "--lang", "zh", "-u", file("head.yaml"), "-u"};
        String fromYaml = winnow(Stream.concat(Stream.of(words), Stream.of(file("cities.yaml")))
                        .toArray(String[]::new))
                .out();
        String fromSheet = winnow(Stream.concat(Stream.of(words), Stream.of(file("cities.xlsx")))
                        .toArray(String[]::new))
                .out();
        assertThat(fromSheet.lines().filter(line -> !line.contains("数据集")))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        fromYaml.lines().filter(line -> !line.contains("数据集")).toList());
    }

    @Test
    void reasonsAndQuestionsNameItInBothLanguages() {
        assertThat(memo("northport", "en"))
                .contains("900 people graduate in process technology a year, at least 300 needed");
        assertThat(memo("northport", "zh")).contains("工艺专业每年毕业900人，至少需要300人");
        assertThat(memo("southport", "en"))
                .contains("unknown: graduates a year of process technology, in the city’s talents")
                .contains("How many people graduate in process technology");
        assertThat(memo("southport", "zh")).contains("人才清单").contains("每年毕业多少人？");
        assertThat(memo("eastport", "en"))
                .contains("unknown: unlisted talents of the city")
                .contains("In which fields do the schools of Eastport train people?");
        assertThat(memo("eastport", "zh")).contains("未知：本市人才清单是否完整").contains("东港的院校培养哪些专业的人才？");
    }

    @Test
    void itIsAskedForAndAnsweredInBothLanguages() throws IOException {
        assertThat(winnow(withUniverse("ask", "gale", "southport", "--all")).out())
                .contains("How many people graduate in process technology");
        assertThat(winnow(withUniverse("ask", "gale", "southport", "--all", "--lang", "zh"))
                        .out())
                .contains("每年毕业多少人？");
        Files.writeString(folder.resolve("answers.yaml"), """
            answers:
              - {city: southport, fact: city.talents.process.graduates, value: 400, asOf: 2024-06-30}
              - {city: eastport, fact: city.talents, rows: [{field: process, graduates: 500}], asOf: 2024-06-30}
            """);
        assertThat(memo("southport", "en", "--answers", file("answers.yaml")))
                .contains("400 people graduate in process technology a year, at least 300 needed");
        assertThat(memo("eastport", "en", "--answers", file("answers.yaml")))
                .contains("500 people graduate in process technology a year, at least 300 needed");
    }

    @Test
    void schemaTemplateEvidenceAndPackDocumentContainIt() throws IOException {
        Run.assumeBuilt("rules check");
        assertThat(winnow("schema", "universe").out()).contains("\"talents\"", "\"graduates\"");
        String template = file("template.xlsx");
        winnow("template", "all", "-o", template, "--lang", "zh");
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(template))) {
            String escaped = "人才清单".chars().mapToObj("&#x%x;"::formatted).collect(Collectors.joining());
            assertThat(Files.readString(zip.getPath("xl/workbook.xml"))).contains(escaped);
        }
        assertThat(winnow(withUniverse("evidence", "northport")).out())
                .contains("process technology", "graduates a year");
        assertThat(winnow(withUniverse("evidence", "northport", "--lang", "zh")).out())
                .contains("年毕业生人数", "900");
        assertThat(winnow("rules", "doc").out()).contains("graduates a year", "How many people graduate in … a year?");
        assertThat(winnow("rules", "doc", "--lang", "zh").out()).contains("年毕业生人数", "本市院校为产线培养人才");
    }
}
