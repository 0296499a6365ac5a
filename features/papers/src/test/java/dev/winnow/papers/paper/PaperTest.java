package dev.winnow.papers.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.Run;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.Seeds;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.Browser;
import dev.winnow.report.Golden;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.TextRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision paper: two pages for a committee. */
class PaperTest {

    /** Columns of a line on A4 in the size of a paper. */
    private static final int WIDTH = 96;

    /** Lines that fit on two pages; the longest shipped paper has 67. */
    private static final int TWO_PAGES = 80;

    /** Words of rule authors, which a committee does not know. */
    private static final Pattern JARGON = Pattern.compile(
            "(?i:\\bcertain\\b|\\bpossible\\b|knock-out|red flag|base case)|HOLD|RECOMMEND|DECLINE|rule `");

    private static final Pattern CITATION = Pattern.compile(" \\[(\\d+(?:, \\d+)*)]");

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    @TempDir
    private Path folder;

    private static List<String> papers(String universe, String pack, Language language) {
        RulePack rules = RulePack.load(Run.HOME.resolve("rules").resolve(pack)).inLanguage(language);
        Universe read = Seeds.of(universe).universe().with(rules.vocabulary()).countedIn(rules.money());
        ScreeningResult result = ScreeningRequest.of(rules, read).screen(Progress.NONE);
        Insight insight = Insight.of(result);
        Wording wording = Wording.inLanguage(language);
        List<Assessment> all = result.asked().assessments();
        return result.session()
                .explanationsWithCritical(all)
                .map(one -> PaperContents.of(result, insight, PairAdditions.NONE, one, null, null, wording))
                .map(paper -> TextRenderer.render(paper, Colours.OFF, WIDTH))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor, EN, 120",
        "illustrative, semiconductor, EN, 36",
        "illustrative, battery, EN, 36",
        "illustrative, battery, ZH, 36",
        "data-centre, data-centre, EN, 112",
        "chips-act, chips-act, EN, 14",
        "chips-act, chips-act, ZH, 14"
    })
    void everyPaperIsShortPlainAndCitesOnlyListedSources(
            String universe, String pack, Language language, int candidates) {
        List<String> papers = papers(universe, pack, language);
        assertThat(papers).hasSize(candidates).allSatisfy(paper -> {
            assertThat(paper.lines().count()).isLessThanOrEqualTo(TWO_PAGES);
            assertThat(paper).doesNotContainPattern(JARGON);
            TreeSet<Integer> cited = new TreeSet<>();
            Matcher citation = CITATION.matcher(paper.replaceAll("\\s+", " "));
            while (citation.find()) {
                Arrays.stream(citation.group(1).split(", "))
                        .map(Integer::valueOf)
                        .forEach(cited::add);
            }
            for (int number : cited) {
                assertThat(paper).containsPattern("(?m)^  \\[" + number + "] ");
            }
        });
    }

    /** {@code article § 1} has the title of {@code article}; free text describes its source itself. */
    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "illustrative", "data-centre", "chips-act"})
    void everySourceOfAShippedUniverseHasATitle(String name) {
        Universe universe = Seeds.of(name).universe();
        assertThat(universe.dossiers(universe.asOf(), true).stream()
                        .flatMap(one -> one.stated().stream())
                        .map(one -> one.evidence().source())
                        .filter(Objects::nonNull)
                        .distinct()
                        .filter(source -> !source.startsWith("public reports of the "))
                        .toList())
                .isNotEmpty()
                .allSatisfy(source -> {
                    for (Language language : Language.values()) {
                        assertThat(universe.names().sourceTitle(source, language))
                                .as(source)
                                .isNotNull();
                    }
                });
    }

    private static String withoutDigests(String paper) {
        return paper.replaceAll("\n.*[0-9a-f]{12}.*[0-9a-f]{12}\n$", "\n");
    }

    private Path written(String name, String... words) {
        Path file = folder.resolve(name);
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("-q", "-o", file.toString()));
        Run run = Run.winnow(line.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return file;
    }

    @Test
    void recommendedHeldAndDeclinedPapersPrintOnTwoPages() throws IOException {
        String[][] papers = {
            {"paper", "sien", "qingdao"},
            {"paper", "sien", "qingdao", "--lang", "zh"},
            {"paper", "boe", "qingdao"},
            {"paper", "boe", "qingdao", "--lang", "zh"}
        };
        try (Browser browser = Browser.start()) {
            Browser.Tab tab = browser.tab();
            for (int i = 0; i < papers.length; i++) {
                tab.open(written("paper" + i + ".html", papers[i]), "");
                String pdf = new String(tab.pdf(), StandardCharsets.ISO_8859_1);
                assertThat(PAGE.matcher(pdf).results())
                        .as("%s", List.of(papers[i]))
                        .hasSize(2);
            }
        }
    }

    @Test
    void aPaperIsARequestForApprovalOfItsUnit() throws IOException {
        String[] line = {
            "paper",
            "sien",
            "qingdao",
            "--lang",
            "zh",
            "--unit",
            "青岛市投资促进局",
            "--number",
            "青投〔2026〕12号",
            "--day",
            "2026-03-01",
            "--urgency",
            "加急",
            "--secrecy",
            "内部"
        };
        assertThat(Run.winnow(line).out()).contains("""
              呈报单位  青岛市投资促进局
              文号      青投〔2026〕12号
              呈报日期  2026年3月1日
              紧急程度  加急
              密级      内部

            提请审议事项
            """, """

            审批意见
              审核意见  ________
              领导批示  ________
              签字      ________
              审批日期  ________
            """);
        String page = Files.readString(written("framed.html", line));
        assertThat(page)
                .contains("<dt>文号</dt><dd>青投〔2026〕12号</dd>", "<div class=\"room\"><dt>领导批示</dt><dd>________</dd>");
        assertThat(body(written("framed.docx", line)))
                .contains("青投〔2026〕12号", "领导批示")
                .contains("<w:trHeight w:val=\"1200\"/>");
        assertThat(Files.readString(written("framed.md", line))).contains("- **文号** 青投〔2026〕12号", "- **领导批示** \\_\\_");
    }

    @Test
    void theUnitIsTheBureauOfTheLetterheadAndBlanksAreLeftForTheRest() throws IOException {
        Files.writeString(folder.resolve("letterhead.yaml"), "bureau: {en: Bureau of Investment, zh: 投资促进局}\n");
        String[] line = {"paper", "sien", "qingdao", "-q", "--templates", folder.toString()};
        assertThat(Run.winnow(line).out()).contains("""
              Submitted by  Bureau of Investment
              Paper number  ________
              Submitted on  ________

            Request to the committee
            """, """

            Approval
              Opinion of the reviewer  ________
              Decision of the head     ________
              Signature                ________
              Day of approval          ________
            """);
        assertThat(Run.winnow("paper", "sien", "qingdao", "-q", "--day", "soon").err())
                .startsWith("winnow: `soon` is not a date;");
    }

    @Test
    void theAnnexBeginsOnAPageOfItsOwn() throws IOException {
        String plain = body(written("plain.docx", "paper", "sien", "qingdao"));
        String annexed = body(written("annexed.docx", "paper", "sien", "qingdao", "--annex"));

        String newPage = "<w:pageBreakBefore w:val=\"on\"/>";
        assertThat(plain).doesNotContain(newPage, "local-user-co-invests");
        assertThat(annexed).containsOnlyOnce(newPage).contains("local-user-co-invests");
        String page = Files.readString(written("annexed.html", "paper", "sien", "qingdao", "--annex"));
        assertThat(page)
                .contains("<section id=\"annex\"", "#annex { break-before: page; }", "local-user-co-invests")
                .contains("id=\"annex-sources\"");
    }

    @Test
    void eachNumberedListOfAWordDocumentStartsAtOne() throws IOException {
        String body = body(written("paper.docx", "paper", "sien", "qingdao"));
        List<String> lists = Pattern.compile("<w:numId w:val=\"(\\d+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        // Conditions, reasons for, reasons against; then the labelled list of assumptions and sources.
        assertThat(lists).containsExactly("1", "2", "3", "4");
    }

    private static String body(Path document) throws IOException {
        try (ZipFile zip = new ZipFile(document.toFile())) {
            return new String(
                    zip.getInputStream(Objects.requireNonNull(zip.getEntry("word/document.xml")))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    /** The owner's letter is no document of the universe. Without it, a red flag is open again. */
    @Test
    void aRecommendationThatRestsOnTheOwnersWordSaysSo() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
            answers:
              - {project: sien, fact: project.fundingSecured, value: true, asOf: 2026-01-08, source: a letter}
              - {project: sien, fact: project.consortium, value: true, asOf: 2026-01-08, source: a letter}
              - {city: qingdao, fact: city.sisterRoles, complete: true, asOf: 2026-01-08, source: a letter}
            """);
        String[] line = {"paper", "sien", "qingdao", "-q", "--answers", answers.toString()};

        assertThat(Run.winnow(line).out().replaceAll("\\s+", " "))
                .contains("Pursue it. The facts are enough as stated, and no open question can change that. Facts that"
                        + " only the owner has stated: 1 (the project has its funding secured). Each of them may"
                        + " reverse the advice.");
        assertThat(Run.winnow(line).out()).contains("""
            Assumptions, and the advice without them
              owner’s word  the project has its funding secured: yes (a letter, 2026-01-08).
                            If it is not so, the advice may become: find out before
                            deciding.
            Further facts without a document: 1. The advice stays the same without any one
            of them.
            """);
        assertThat(Run.winnow(Stream.concat(Arrays.stream(line), Stream.of("--lang", "zh"))
                                .toArray(String[]::new))
                        .out())
                .contains("所述事实如属实即足以支持，未决问题不会改变结论。")
                .contains("项目方自述  项目的资金是否落实：是（a letter、2026年1月8日）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aPaperComparesWithTheLastRecordAndItsDecision(String language) throws IOException {
        String records = folder.resolve("records.db").toString();
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
            answers:
              - {project: clearsalt, fact: project.fundingNeed, value: 200 mn yuan, asOf: 2025-12-31, source: a letter}
            """);
        String[] universe = {"-u", "illustrative", "-r", "battery", "--records", records, "-q"};
        assertThat(run(universe, "screen", "--record", "--samples", "20").exit())
                .isZero();
        Run decided = Run.winnow(
                "decide",
                "clearsalt",
                "alderbay",
                "hold",
                "--reason",
                "Its need is unknown.",
                "--by",
                "The committee",
                "--records",
                records,
                "-q");
        assertThat(decided.exit()).as(decided.err()).isZero();
        Run paper =
                run(universe, "paper", "clearsalt", "alderbay", "--answers", answers.toString(), "--lang", language);

        assertThat(paper.err()).isEmpty();
        String day = language.equals("en") ? "\\d{4}-\\d\\d-\\d\\d" : "20\\d\\d年\\d+月\\d+日";
        String text = paper.out();
        int since = text.indexOf(language.equals("en") ? "Changes since" : "自第1号");
        Golden.assertSame(
                "samples/paper-since." + language + ".txt",
                withoutDigests(text.substring(since).replaceAll(day, "DAY")));
    }

    /** Scooterpack builds the first link of a chain in Cedarvale, whose neighbour Looper then is. */
    @Test
    void ranksAmongCandidatesThatAreNotShownSaySo() {
        String[] line = {"screen", "--project", "sirui", "--project", "boe", "--city", "qingdao", "-q"};
        assertThat(Run.winnow(line).out().replaceAll("\\s+", " "))
                .contains("None of the 2 verdicts shown depends on the weights, but unknown facts can change each of"
                        + " them. Ranks are among all 15 candidates for the city; 2 are shown.");
        String paper = Run.winnow("paper", "boe", "qingdao", "-q").out().replaceAll("\\s+", " ");
        assertThat(paper)
                .contains("On what is known, it ranks 6th of 15 candidates for Qingdao 青岛 as of 2026-01-08.")
                .doesNotContain("the advice stays the same in");
    }

    @Test
    void anotherCandidateThatLandsFirstGivesTheScoreThatThePaperNames() throws IOException {
        String[] line = {"paper", "scooterpack", "cedarvale", "-u", "illustrative", "-r", "battery", "-q"};
        assertThat(Run.winnow(line).out()).contains("stronger  Looper recycling: 59.25 points instead of 48.25\n");

        Seeds landed = Seeds.of("illustrative")
                .saying(
                        "candidates/packs.yaml",
                        "- id: looper\n",
                        "- id: looper\n    city: cedarvale\n    decided: 2025-12-31\n"
                                + "    milestones: [{step: landed, reached: 2025-12-31}]\n");
        for (var file : landed.files().entrySet()) {
            Path written = folder.resolve("landed").resolve(file.getKey());
            Files.createDirectories(written.getParent());
            Files.writeString(written, file.getValue());
        }
        line[4] = folder.resolve("landed").toString();
        assertThat(Run.winnow(line).out()).contains("It scores 59.25 of 100 points;");
    }

    @Test
    void aPageSaysWhetherTheProjectOrTheUniverseIsInvented() throws IOException {
        Path project =
                written("project.html", "paper", "windhall", "qingyang", "-u", "data-centre", "-r", "data-centre");
        Path universe = written("universe.html", "paper", "bigcell", "alderbay", "-u", "illustrative", "-r", "battery");
        assertThat(Files.readString(project))
                .contains("<p class=\"invented\">ILLUSTRATIVE: this project is invented.</p>");
        assertThat(Files.readString(universe))
                .contains("<p class=\"invented\">ILLUSTRATIVE: this universe is invented.</p>");
    }

    @Test
    void recordsWithoutTheProjectAreNoted() {
        String records = folder.resolve("records.db").toString();
        assertThat(Run.winnow("screen", "--city", "jinan", "--record", "--records", records, "--samples", "20", "-q")
                        .exit())
                .isZero();
        Run paper = Run.winnow("paper", "sien", "qingdao", "--records", records);
        assertThat(paper.exit()).isZero();
        assertThat(paper.err()).contains("note: " + records + ": no recorded screening has `sien` in `qingdao`\n");
        assertThat(paper.out()).doesNotContain("Changes since");
    }

    @Test
    void warningsComeFirstAndFurtherOnesAreCounted() {
        assertThat(Run.winnow("paper", "hsmc", "qingdao", "-q").out())
                .contains("asked to judge the warnings below", "  1  Warning: Part of its funding is missing: ");
    }

    @Test
    void addressesOfSourcesAreLinks() throws IOException {
        String[] line = {"paper", "samsung", "united-states", "-u", "chips-act", "-r", "chips-act"};
        String address = "https://www.nist.gov/chips/notice-funding-opportunity-commercial-fabrication-facilities";
        assertThat(Files.readString(written("paper.html", line)))
                .contains("<a href=\"" + address + "\">" + address + "</a>");
        Path word = written("paper.docx", line);
        try (ZipFile zip = new ZipFile(word.toFile())) {
            assertThat(new String(
                            zip.getInputStream(Objects.requireNonNull(zip.getEntry("word/_rels/document.xml.rels")))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains("Target=\"" + address + "\" TargetMode=\"External\"");
        }
        assertThat(body(word)).contains("<w:hyperlink r:id=");
    }

    @Test
    void aFileOfSeveralProjectsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "id,name,track\na,Mill,batteries\nb,Kiln,batteries\n");
        Run run = Run.winnow("paper", file.toString(), "alderbay", "-u", "illustrative", "-r", "battery", "-q");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("winnow: a paper is about one project, and `" + file
                        + "` has 2; name one project; `-u FILE` adds a file\n");
    }

    private static Run run(String[] universe, String... words) {
        return Run.winnow(
                Stream.concat(Arrays.stream(words), Arrays.stream(universe)).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paper sien qingda | unknown city `qingda`; did you mean `qingdao`?",
                "paper sein qingdao | unknown project `sein`; did you mean `sien`?",
                "paper sien qingdao -f json | unknown value `json` for --format; expected one of table, markdown,"
                        + " docx, html"
            })
    void mistakesAreToldWithTheNearestName(String line, String message) {
        Run run = Run.winnow(line.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
