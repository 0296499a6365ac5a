package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    private Path folder;

    @Test
    void screenShowsEveryCityAndTheOriginOfTheWeights() {
        Run run = Run.winnow("screen", "-q");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Qingdao", "Jinan", "SiEn");
        assertThat(Run.winnow("screen", "-q", "--all").out())
                .contains(
                        "Qingdao 青岛",
                        "Jinan 济南",
                        "SiEn 芯恩",
                        "does not depend on the weights",
                        "The weights are the modeller’s");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anOverviewFitsFortyLinesWithPursuitsAndQuestions() {
        for (String language : List.of("en", "zh")) {
            assertThat(Run.winnow("screen", "-q", "--lang", language).out().lines())
                    .hasSizeLessThanOrEqualTo(40);
        }
        assertThat(Run.winnow("screen", "-q").out())
                .contains(
                        "First place does not depend on the weights (any one may halve or double);",
                        "To pursue\n   1  SiEn",
                        "Ask first\n",
                        "Project owner: Which firms besides its owner put money",
                        "Haier 2000 does not own its technology, is no cheaper than imports, can be");
    }

    @Test
    void theReadmeShowsTheFirstRunAsItIs() throws IOException {
        String readme = Files.readString(Run.HOME.resolve("README.md"));
        String from = "$ ./winnow screen\n";
        String shown = readme.substring(readme.indexOf(from) + from.length());
        assertThat(Run.winnow("screen").out()).startsWith(shown.substring(0, shown.indexOf("```")));
    }

    @Test
    void screenGroupsByCityOrProject() {
        assertThat(Run.winnow("screen", "--by", "projekt"))
                .isEqualTo(new Run(2, "", "winnow: unknown value `projekt` for --by; did you mean `project`?\n"));
    }

    @Test
    void everyLineFitsThePage() {
        String all = Run.winnow("screen").out()
                + Run.winnow("screen", "--all").out()
                + Run.winnow("screen", "--by", "project").out()
                + Run.winnow("screen", "-u", "illustrative", "-r", "battery").out()
                + Run.winnow("screen", "-u", "chips-act", "-r", "chips-act").out()
                + Run.winnow("screen", "-u", "data-centre", "-r", "data-centre").out()
                + Run.winnow("screen", "--as-of", "decision").out()
                + Run.winnow("explain", "sien", "qingdao").out()
                + Run.winnow("explain", "wuyuan", "jinan").out()
                + Run.winnow("evidence").out()
                + Run.winnow("evidence", "-u", "illustrative").out()
                + Run.winnow("rules", "list").out();
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void anInventedUniverseIsLabelledAndShowsEveryVerdict() {
        Run run = Run.winnow("screen", "-u", "illustrative", "-r", "battery");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains(Editions.INVENTED, "RECOMMEND", "HOLD", "DECLINE");
        assertThat(Run.winnow("screen", "-u", "illustrative", "-r", "battery", "-f", "json")
                        .err())
                .contains("note: " + Editions.INVENTED);
    }

    @Test
    void selectionNarrowsTheListButNotTheRanks() {
        String all = Run.winnow("screen", "--city", "Qingdao").out();
        String one = Run.winnow("screen", "--city", "青岛", "--project", "SIEN").out();
        assertThat(one).doesNotContain("Jinan", "Huike", "Wuyuan");
        String row = one.lines()
                .filter(line -> line.matches(" +\\d+  SiEn .*"))
                .findFirst()
                .orElseThrow();
        // The width of columns depends on their texts.
        assertThat(all.replaceAll(" +", " ")).contains(row.replaceAll(" +", " "));
    }

    @Test
    void aUniverseInAnotherCurrencyIsNotScreened() throws IOException {
        Path dollars = Files.writeString(
                folder.resolve("u.yaml"),
                "universe: {name: dollars, asOf: 2025-06-30, currency: USD}\ncities: [{id: town}]\n"
                        + "projects: [{id: rye, name: Rye, investment: 6.6 bn USD}]\n");
        assertThat(Run.winnow("screen", "-u", dollars.toString(), "-r", "battery"))
                .isEqualTo(new Run(3, "", """
                    battery/pack.yaml: the pack's currency is yuan, but the universe `dollars` uses USD
                       | give an exchange rate with its date, such as `--rate USD=…@2025-12-31`, or use a pack with `currency: USD`
                    winnow: 1 problem; nothing was screened
                    """));
    }

    @Test
    void anUnknownNameIsWrongUsage() {
        assertThat(Run.winnow("screen", "--city", "qingado"))
                .isEqualTo(new Run(2, "", "winnow: unknown city `qingado`; did you mean `qingdao`?\n"));
        assertThat(Run.winnow("screen", "--project", "sein"))
                .isEqualTo(new Run(2, "", "winnow: unknown project `sein`; did you mean `sien`?\n"));
        assertThat(Run.winnow("explain", "sien", "atlantis"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "winnow: unknown city `atlantis`; the cities are `beijing`, `guangzhou`, `jinan`,"
                                + " `nanjing`, `qingdao`, `shanghai`, `shenzhen` and `wuhan`\n"));
        assertThat(Run.winnow("explain", "qingdao", "sien"))
                .isEqualTo(new Run(2, "", "winnow: unknown project `qingdao`; it is a city\n"));
        assertThat(Run.winnow("screen", "--city", "qingdao,济南"))
                .isEqualTo(new Run(
                        2, "", "winnow: unknown city `qingdao,济南`; did you mean `--city qingdao --city 济南`?\n"));
    }

    @Test
    void aPackGivenAsUniverseIsRefused() {
        String packs = Run.HOME.resolve("rules/battery").toString();
        assertThat(Run.winnow("screen", "-u", packs).err())
                .isEqualTo("winnow: `" + packs + "` is a pack, not a universe\n");
        assertThat(Run.winnow("screen", "-r", "illustrative"))
                .isEqualTo(new Run(3, "", "winnow: `illustrative` is a universe, not a pack\n"));
    }

    @Test
    void foldersAreNotOverwritten() {
        assertThat(Run.winnow("screen", "-o", folder.toString()))
                .isEqualTo(new Run(4, "", "winnow: cannot write `" + folder + "`: it is a folder\n"));
    }

    @Test
    void aMissingPackIsReportedWithAHint() {
        Run run = Run.winnow("screen", "-r", "batery");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("`batery` is neither a path nor a shipped pack; did you mean `battery`?");
    }

    @Test
    void onlyOwnCandidatesAreShown() throws IOException {
        Path file = own("projects: [{id: mine, name: Mine 我, links: [wafer-manufacturing]}]");
        Run run = Run.winnow("screen", "--project", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().filter(line -> line.matches(" *\\d+  .*"))) // the lines above name the leaders
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("Mine "));
        assertThat(Run.winnow("explain", file.toString(), "qingdao").out()).startsWith("Mine 我 in Qingdao 青岛 · pack ");
        assertThat(Run.winnow("explain", "mine", "qingdao", "--project", file.toString())
                        .out())
                .startsWith("Mine 我 in Qingdao 青岛 · pack ");
    }

    @Test
    void validCandidatesBesideInvalidOnesAreScreened() throws IOException {
        Path file = own("projects:\n  - {id: good, name: Good}\n  - {id: bad, name: Bad, linkz: []}\n");
        Run run = Run.winnow("screen", "--project", file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Good").doesNotContain("Bad");
        assertThat(run.err())
                .contains("`linkz`", "did you mean `links`?")
                .endsWith("winnow: 1 problem; entries with problems were left out; the rest was screened\n");
    }

    @Test
    void nothingIsPrintedIfNothingCanBeScreened() {
        Run run = Run.winnow("screen", "--project", "nowhere.yaml");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nowhere.yaml", "nothing was left to screen");
    }

    @Test
    void aPackWithProblemsIsNotUsed() throws IOException {
        Path pack = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(pack.resolve("pack.yaml"), "name: broken\nverzion: 1\n");
        Run run = Run.winnow("screen", "-r", pack.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("`verzion`", "nothing was screened");
    }

    @Test
    void projectsAreJudgedOnTheDayOfTheirDecision() {
        Run run = Run.winnow("screen", "--as-of", "decision", "--project", "sien", "--city", "qingdao");
        assertThat(run.out()).contains("as of 2018-03-30").doesNotContain("DECLINE");
        assertThat(Run.winnow("screen", "--as-of", "2019-06-30").out()).contains("as of 2019-06-30");
    }

    @Test
    void outputFilesAppearComplete() throws IOException {
        Path file = folder.resolve("result.json");
        Run run = Run.winnow("screen", "-f", "json", "-o", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(Run.winnow("screen", "-f", "json").out());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anUnwritableFileIsReported() {
        Run run = Run.winnow("screen", "-o", folder.resolve("no/where.txt").toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("cannot write", "there is no such folder");
    }

    @Test
    void onlyTerminalsGetColours() {
        String[] screen = {"screen", "--city", "qingdao"};
        assertThat(Run.winnow(screen).out()).doesNotContain("\u001B");
        assertThat(Run.winnow(Map.of(), true, screen).out()).contains("\u001B[");
        assertThat(Run.winnow(Map.of("NO_COLOR", "1"), true, screen).out()).doesNotContain("\u001B");
        assertThat(Run.winnow(Map.of("TERM", "dumb"), true, screen).out()).doesNotContain("\u001B");
        assertThat(Run.winnow(Map.of("NO_COLOR", "1"), false, "screen", "--color", "always")
                        .out())
                .contains("\u001B[");
        assertThat(Run.winnow(Map.of(), true, "screen", "--color=never").out()).doesNotContain("\u001B");
    }

    @Test
    void outputIsIndependentOfLocaleAndTimeZone() {
        String[][] lines = {
            {"screen"}, {"screen", "-f", "json"}, {"explain", "sien", "qingdao"}, {"rules", "list"}, {"rules", "check"}
        };
        for (String[] line : lines) {
            Run before = Run.winnow(line);
            Locale locale = Locale.getDefault();
            TimeZone zone = TimeZone.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Run.winnow(line)).isEqualTo(before);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void shippedPacksAreOnTheClassPath() {
        Run run = Run.installed("screen", "-u", "illustrative", "-r", "battery", "-f", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(Run.winnow("screen", "-u", "illustrative", "-r", "battery", "-f", "json")
                        .out());
    }

    private Path own(String text) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), text);
    }
}
