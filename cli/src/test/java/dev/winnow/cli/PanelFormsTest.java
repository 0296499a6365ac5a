package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.report.Golden;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blind forms of a panel go out and come back, also hostile ones. */
class PanelFormsTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/panel");
    private static final Pattern QUESTION = Pattern.compile("`((?:project|city)\\.[^`]+)`[^`]*`([^`]+)`");
    private static final Pattern COUNTS =
            Pattern.compile("(\\d+) read = (\\d+) taken \\+ (\\d+) set aside [^+]*\\+ (\\d+) refused \\+ (\\d+) empty");

    /** An answer of an assessor with its reason. */
    private record Said(String answer, String reason) {}

    @TempDir
    private Path folder;

    private String pack = "battery-review";

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Run winnow(String line, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.addAll(List.of("-u", "illustrative", "-r", pack));
        words.addAll(List.of(more));
        return Run.winnow(words.toArray(String[]::new));
    }

    /** Writes the panel of the examples without judgements, with a change. */
    private String panel(String from, String to) throws IOException {
        String text = Files.readString(EXAMPLE.resolve("panel.yaml"));
        assertThat(text).contains(from);
        return Files.writeString(at("panel.yaml"), text.replace(from, to)).toString();
    }

    private String panel() throws IOException {
        return panel("rounds:", "rounds:");
    }

    /** Returns the form of an assessor as Markdown. */
    private String form(String assessor, String... more) {
        Run run = winnow(
                "panel ask -q --assessor " + assessor,
                Stream.concat(Stream.of("--panel", at("panel.yaml").toString()), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    /** Returns the judgements of an assessor in the examples, by fact and project. */
    private static Map<String, Said> judgements(String assessor) throws IOException {
        Map<String, Said> said = new LinkedHashMap<>();
        JsonNode round = new ObjectMapper(new YAMLFactory())
                .readTree(EXAMPLE.resolve("round-1.yaml").toFile());
        for (JsonNode one : round.get("judgements")) {
            if (one.get("assessor").asText().equals(assessor)) {
                said.put(
                        one.get("fact").asText() + " " + one.get("project").asText(),
                        new Said(
                                one.has("value") ? one.get("value").asText().replace("true", "yes") : "cannot judge",
                                one.path("reason").asText()));
            }
        }
        assertThat(said).isNotEmpty();
        return said;
    }

    private static Map<String, Said> answers(String... words) {
        Map<String, Said> answers = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 3) {
            answers.put(words[i], new Said(words[i + 1], words[i + 2]));
        }
        return answers;
    }

    /** Returns answers that deny a conflict of interest with each project that they are about, unless they say more. */
    private static Map<String, Said> declared(Map<String, Said> answers) {
        Map<String, Said> all = new LinkedHashMap<>(answers);
        answers.keySet()
                .forEach(key -> all.putIfAbsent(
                        "project.conflict-of-interest " + key.substring(key.indexOf(' ') + 1), new Said("no", "")));
        return all;
    }

    /** Answers questions of a Markdown form in either language, and writes it. */
    private Path filled(String name, String form, String day, Map<String, Said> answers) throws IOException {
        Map<String, Said> left = declared(answers);
        Said said = null;
        StringBuilder text = new StringBuilder();
        for (String line : form.split("\n", -1)) {
            Matcher question = QUESTION.matcher(line);
            if (question.find()) {
                said = left.remove(question.group(1) + " " + question.group(2));
            }
            String more = line.matches("- (date:|日期：)")
                    ? day
                    : said == null
                            ? ""
                            : line.matches("   - (answer|答复).*")
                                    ? said.answer
                                    : line.matches("   - (reason|理由).*") ? said.reason : "";
            text.append(line).append(more.isEmpty() ? "" : " " + more).append('\n');
        }
        assertThat(left).as("questions that the form does not ask").isEmpty();
        return Files.writeString(at(name), text);
    }

    /** Answers questions of a workbook, and writes it, with `=` before an answer as a formula. */
    private Path filledBook(String name, Path form, String day, Map<String, Said> given)
            throws IOException, UnreadableTable {
        Map<String, Said> answers = declared(given);
        Path filled = at(name);
        try (dev.winnow.tables.internal.cells.Workbook from =
                        dev.winnow.tables.internal.cells.Workbook.open(form, form.toString());
                OutputStream out = Files.newOutputStream(filled);
                Workbook book = new Workbook(out, "somebody", null)) {
            for (dev.winnow.tables.internal.cells.Workbook.Part part : from.sheets()) {
                if (part.hidden()) {
                    continue;
                }
                try (Sheet rows = from.open(part);
                        Worksheet sheet = book.newWorksheet(part.name())) {
                    for (Row row = rows.next(); row != null; row = rows.next()) {
                        int at = row.number() - 1;
                        for (int column = 0; column < row.width(); column++) {
                            if (!row.text(column + 1).isEmpty()) {
                                sheet.value(at, column, row.text(column + 1));
                            }
                        }
                        Said said = answers.get(row.text(8) + " " + row.text(9));
                        if (row.text(1).equals("date")) {
                            sheet.value(at, 1, day);
                        } else if (said != null && said.answer.startsWith("=")) {
                            sheet.formula(at, 4, said.answer.substring(1));
                        } else if (said != null) {
                            sheet.value(at, 4, said.answer);
                        }
                        if (said != null) {
                            sheet.value(at, 6, said.reason);
                        }
                    }
                }
            }
        }
        return filled;
    }

    /** Writes the JSON that the form in a browser would save. */
    private Path saved(String name, String page, String day, Map<String, Said> answers) throws IOException {
        ObjectNode file = new ObjectMapper()
                .createObjectNode()
                .put("winnow", "judgements")
                .put("schema", 1);
        ObjectNode about = file.putObject("panel");
        for (String key : List.of("panel", "round", "assessor", "digest", "facts")) {
            Matcher data = Pattern.compile("data-" + key + "=\"([^\"]*)\"").matcher(page);
            assertThat(data.find()).isTrue();
            about.put(key.equals("panel") ? "id" : key, data.group(1));
        }
        file.put("asOf", day);
        for (Map.Entry<String, Said> one : declared(answers).entrySet()) {
            String[] asked = one.getKey().split(" ");
            file.withArray("answers")
                    .addObject()
                    .put("fact", asked[0])
                    .put("of", asked[1])
                    .put("answer", one.getValue().answer)
                    .put("reason", one.getValue().reason);
        }
        return Files.writeString(at(name), file.toPrettyString());
    }

    private Run read(Path... forms) {
        return read(List.of(forms));
    }

    /** Reads forms into the file of the first round; the rows add up. */
    private Run read(List<Path> forms, String... more) {
        String line = "panel read "
                + forms.stream().map(Path::toString).collect(Collectors.joining(" "))
                + " --force -o " + at("round-1.yaml");
        Run run = winnow(
                line,
                Stream.concat(Stream.of("--panel", at("panel.yaml").toString()), Stream.of(more))
                        .toArray(String[]::new));
        Matcher counts = COUNTS.matcher(run.out().replaceAll("\\s+", " "));
        if (counts.find()) {
            int[] numbers = new int[6];
            for (int i = 1; i <= 5; i++) {
                numbers[i] = Integer.parseInt(counts.group(i));
            }
            assertThat(numbers[1]).isEqualTo(numbers[2] + numbers[3] + numbers[4] + numbers[5]);
        }
        return run;
    }

    private String round() throws IOException {
        return Files.readString(at("round-1.yaml"));
    }

    /** Whether the file that was read back has no problems with its panel. */
    private void assertReadable() {
        Run run = winnow("panel show", "--panel", at("panel.yaml").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private static final String TEAM = "project.teamStrength bigcell";
    private static final String OUTPUT = "project.reachableOutput bigcell";
    private static final String CONFLICT = "project.conflict-of-interest bigcell";

    @Test
    void completedFormsBecomeTheJudgementsOfTheRound() throws IOException, UnreadableTable {
        panel();
        assertThat(winnow("panel ask -q --all " + folder + " --panel " + at("panel.yaml"))
                        .out())
                .contains("winter-2025-round-1-a1.xlsx", "winter-2025-round-1-a4.xlsx");
        String page = form("a3", "-f", "html");
        List<Path> forms = List.of(
                filledBook("a1.xlsx", at("winter-2025-round-1-a1.xlsx"), "2025-12-08", judgements("a1")),
                filled("a2.md", form("a2", "--lang", "zh"), "2025-12-10", judgements("a2")),
                saved("a3.json", page, "2025-12-11", judgements("a3")),
                filled("a4.md", form("a4"), "2025-12-12", judgements("a4")));
        Run run = read(forms, "-q");
        assertThat(run.err()).isEmpty();
        Golden.assertSame("panel-read.txt", run.out());
        Golden.assertSame("panel-read.zh.txt", read(forms, "-q", "--lang", "zh").out());
        assertThat(verdicts(at("panel.yaml"))).isEqualTo(verdicts(EXAMPLE.resolve("panel.yaml")));
    }

    /** Returns the screening with a panel, without the digests of pack and universe. */
    private String verdicts(Path panel) {
        Run run = winnow("screen -q -f csv --panel " + panel);
        assertThat(run.exit()).isZero();
        return run.out().replaceAll(",[0-9a-f]{64}\\b", "");
    }

    @Test
    void aFormAsksOnlyWhatItsAssessorJudges() throws IOException {
        panel();
        Golden.assertSame("panel-ask.md", form("a3"));
        Golden.assertSame("panel-ask.zh.md", form("a3", "--lang", "zh"));
        assertThat(form("a3")).as("recused").doesNotContain("`saltlight`");
        assertThat(form("a2")).as("team and delivery only").doesNotContain("project.processMaturity");
    }

    @Test
    void aFormIsBlind() throws IOException {
        Files.copy(EXAMPLE.resolve("round-1.yaml"), at("round-1.yaml"));
        panel("judgements: round-1.yaml}", "judgements: round-1.yaml}\n  - {id: 2, until: 2026-01-14}");
        RulePack rules = RulePack.load(Run.HOME.resolve("rules").resolve(pack));
        List<String> hidden = new ArrayList<>(List.of("Mara Stone", "Ivo Berg", "Tan Wei", "threshold", "weight"));
        for (String other : List.of("a2", "a3", "a4")) {
            judgements(other).values().forEach(one -> hidden.add(one.reason));
        }
        rules.rules().forEach(rule -> hidden.add(rule.title()));
        rules.limits().forEach(limit -> hidden.add(limit.id()));
        hidden.removeIf(String::isEmpty);
        Path book = at("a1.xlsx");
        winnow(
                "panel ask -q --round 2 --assessor a1 -o " + book,
                "--panel",
                at("panel.yaml").toString());
        for (String form : List.of(
                form("a1", "--round", "2"),
                form("a1", "-f", "html", "--round", "2").replace("font-weight", ""),
                texts(book))) {
            assertThat(form).contains("round 2", "Lin Hua", "one manager has run a plant of another industry");
            assertThat(hidden).noneMatch(form::contains);
        }
    }

    /** Returns everything that the files of a workbook contain. */
    private static String texts(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }

    @Test
    void formulasAreNotComputed() throws IOException, UnreadableTable {
        panel();
        winnow("panel ask -q --assessor a1 -o " + at("form.xlsx") + " --panel " + at("panel.yaml"));
        Path form = filledBook(
                "a1.xlsx",
                at("form.xlsx"),
                "2025-12-08",
                answers(TEAM, "=2+2", "a sum", OUTPUT, "80", "'=HYPERLINK(\"http://example.com\")"));
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("a1.xlsx:Judgements!E13: the formula of the cell has no value");
        assertThat(run.out()).contains("1 taken").contains("1 refused");
        assertThat(round()).contains("value: 80 %");
        assertReadable();
    }

    @Test
    void aReasonWithAnInvisibleCharacterIsRefusedAlone() throws IOException {
        panel();
        Run run = read(filled(
                "a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "seen\u202E twice", OUTPUT, "80", "ordered")));
        assertThat(run.err()).contains("the invisible character U+202E is not allowed in a text");
        assertThat(run.out()).contains("1 taken").contains("1 refused");
        assertReadable();
    }

    @Test
    void aLevelOutsideTheScaleIsRefusedAndCanBeCorrected() throws IOException {
        panel();
        Run run = read(filled(
                "a1.md",
                form("a1"),
                "2025-12-08",
                answers(TEAM, "6", "outstanding", OUTPUT, "80", "two of three lines are ordered")));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("`6` is outside the scale from 1 to 5", "a1.md:")
                .contains("a1.refused.csv: the refused rows, to be corrected and read again");
        assertThat(run.out()).contains("1 taken").contains("1 refused");

        Path refused = at("a1.refused.csv");
        Files.writeString(refused, Files.readString(refused).replace(",6,", ",5,"));
        Run again = read(at("a1.md"), refused);
        assertThat(again.err()).contains("this is another form of `a1`, besides `" + at("a1.md"));
        assertThat(again.out()).contains("Judgements of round 1: 2.");
        assertReadable();
    }

    @Test
    void aRecusedAssessorsJudgementIsRefused() throws IOException {
        panel();
        String form = form("a3").replace("`bigcell`", "`saltlight`");
        Run run = read(
                filled("a3.md", form, "2025-12-08", answers("project.teamStrength saltlight", "4", "knows the site")));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("`a3` is recused from `saltlight` (advised its owner on the site)");
        assertThat(run.out()).contains("0 taken").contains("1 refused");
    }

    @Test
    void aFormOfAnotherAssessorIsRefused() throws IOException {
        panel();
        Path form = filled(
                "a4.md",
                form("a1").replace("panel.assessor: a1", "panel.assessor: a4"),
                "2025-12-08",
                answers(TEAM, "5", "mine"));
        Run run = read(form);
        assertThat(run.err()).contains("this form was made for the assessor `a1`, not for `a4`");
        assertThat(run.out()).contains("0 taken").contains("1 refused");

        Files.writeString(form, Files.readString(form).replace("panel.assessor: a4", "panel.assessor: a9"));
        assertThat(read(form).err()).contains("the panel has no assessor `a9`").contains("1 problem");
    }

    @Test
    void aFormThatDoesNotIdentifyItselfIsRefused() throws IOException {
        panel();
        Path form = filled(
                "a1.md", form("a1").replaceAll("- panel\\.digest: .*", ""), "2025-12-08", answers(TEAM, "5", "mine"));
        Run run = read(form);
        assertThat(run.err())
                .contains("the form has no `panel.digest`")
                .contains("restore the sheet or section `winnow` of the form");
        assertThat(run.out()).contains("0 taken").contains("1 refused");
    }

    @Test
    void twoFormsOfOneAssessorSayTheSameOrNothing() throws IOException {
        panel();
        Path first =
                filled("a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "worked together", OUTPUT, "80", "lines"));
        Path second = filled(
                "a1-new.md", form("a1"), "2025-12-08", answers(TEAM, "5", "worked together", OUTPUT, "80", "lines"));
        Run run = read(first, second);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("this is another form of `a1`, besides")
                .contains("`a1` judges `project.teamStrength` of `bigcell` differently at")
                .contains("neither counts");
        assertThat(run.out()).contains("Judgements of round 1: 1.").contains("2 refused");
        assertThat(round()).contains("reachableOutput").doesNotContain("teamStrength");
    }

    @Test
    void aStaleFormIsReportedAndItsUnchangedFactsCount() throws IOException {
        panel();
        Path form =
                filled("a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "worked together", OUTPUT, "80", "lines"));
        PackCopy copy = PackCopy.of("battery-review", folder);
        copy.replace("vocabulary.yaml", "most of the team has run", "nearly all of the team has run");
        pack = copy.folder().toString();
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("the panel or its facts have changed since this form was made")
                .contains("the question or the scale of `project.teamStrength` has changed since this form was made");
        assertThat(run.out()).contains("1 taken").contains("1 refused");
    }

    @Test
    void wordsAreJudgedInEveryForm() throws IOException, UnreadableTable {
        PackCopy copy = PackCopy.of("battery-review", folder);
        copy.replace(
                "vocabulary.yaml", "  yieldRate:\n    is: share", """
              siteKind:
                is: one of [greenfield, brownfield, shared]
                name: {en: kind of site, zh: 场地类型}
                words:
                  greenfield: {en: greenfield site, zh: 新建场地}
                  brownfield: {en: former plant, zh: 改造厂房}
                  shared: {en: shared park, zh: 共享园区}
                judged: {by: panel, at-least: 3, take: majority}
              yieldRate:
                is: share""".indent(2).stripTrailing());
        Path rules = copy.folder().resolve("delivery.drl");
        Files.writeString(rules, Files.readString(rules) + """

                rule "shared-park"
                  @title("It stands in a shared park")
                  @source("modeller")
                when
                  Project( siteKind == "shared" )
                then
                  card.redFlag("it stands in a shared park");
                end
                """);
        pack = copy.folder().toString();
        panel(
                "projects: [bigcell, looper, plaincell, saltlight, smartpack, solidstart]",
                "projects: [bigcell, looper]");
        Path book = at("a1.xlsx");
        winnow("panel ask -q --assessor a1 -o " + at("form.xlsx") + " --panel " + at("panel.yaml"));
        String site = "project.siteKind ";
        List<Path> forms = List.of(
                filledBook(
                        book.getFileName().toString(),
                        at("form.xlsx"),
                        "2025-12-08",
                        answers(site + "bigcell", "shared park", "seen", site + "looper", "shared park", "seen")),
                filled(
                        "a2.md",
                        form("a2", "--lang", "zh"),
                        "2025-12-10",
                        answers(site + "bigcell", "共享园区", "见过", site + "looper", "新建场地", "见过")),
                saved(
                        "a3.json",
                        form("a3", "-f", "html"),
                        "2025-12-11",
                        answers(site + "bigcell", "former plant", "seen", site + "looper", "former plant", "seen")),
                filled("a4.md", form("a4"), "2025-12-12", answers(site + "looper", "remote", "seen")));
        Run run = read(forms, "-q");
        assertThat(run.err())
                .contains("`remote` is not one of `siteKind`", "it is one of `greenfield`, `brownfield`, `shared`");
        assertThat(round()).contains("value: shared", "value: brownfield", "value: greenfield");
        assertThat(winnow("panel show --panel " + at("panel.yaml")).out())
                .contains("  Bigcell plant              3  shared park\n", "  Looper recycling           3  unknown\n");
        assertThat(winnow("panel show --lang zh --panel " + at("panel.yaml")).out())
                .contains("共享园区");
        assertThat(winnow("explain bigcell alderbay --panel " + at("panel.yaml"))
                        .out())
                .contains("kind of site: shared park; 3 judgements, majority.");
        assertThat(winnow("explain looper alderbay --panel " + at("panel.yaml")).out())
                .contains("kind of site: unknown; 3 judgements, no majority.");
    }

    @Test
    void aLateFormCountsAndIsMarked() throws IOException {
        panel();
        Run run = read(filled("a1.md", form("a1"), "2025-12-20", answers(TEAM, "4", "worked together")));
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("the form of `a1` of 2025-12-20 came after the round ended on 2025-12-14; it counts and is"
                        + " marked as late");
        assertThat(run.out()).contains("2025-12-20, late");
        assertThat(winnow("panel show -q --panel " + at("panel.yaml")).out()).contains("1 of them late");
    }

    @Test
    void aFormWithoutADateHasTheDayOfItsReceipt() throws IOException {
        panel();
        Path form = filled("a1.md", form("a1"), "", answers(TEAM, "4", "worked together"));
        assertThat(read(form).err()).contains("the form has no date");
        assertThat(read(List.of(form), "--today", "2025-12-09").err()).doesNotContain("no date");
        assertThat(round()).contains("asOf: 2025-12-09");
    }

    @Test
    void thePanelIsToldToNameTheFileOfTheRoundAsItReadsIt() throws IOException {
        panel();
        Path form = filled("a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "worked together"));
        Path elsewhere = Files.createDirectory(at("later")).resolve("round-1.yaml");
        Run run = winnow(
                "panel read", "--panel", at("panel.yaml").toString(), "-o", elsewhere.toString(), form.toString());
        assertThat(run.err()).contains("does not name", "write `judgements: later/round-1.yaml`");
    }

    @Test
    void theFileOfAFormStaysInItsFolder() throws IOException {
        panel("{id: a2", "{id: ../a2");
        winnow(
                "panel ask",
                "--panel",
                at("panel.yaml").toString(),
                "--all",
                at("forms").toString());
        assertThat(at("forms").resolve("winter-2025-round-1-a2.xlsx")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "my brother works there"})
    void aConflictOfInterestSetsTheJudgementsAside(String answer) throws IOException {
        panel();
        Run run = read(filled(
                "a1.md",
                form("a1"),
                "2025-12-08",
                answers(
                        CONFLICT,
                        answer,
                        "brother of its owner",
                        TEAM,
                        "4",
                        "worked together",
                        "project.teamStrength looper",
                        "3",
                        "two engineers")));
        assertThat(run.exit()).isEqualTo(answer.equals("yes") ? 0 : 3);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("1 taken + 1 set aside")
                .contains("Bigcell plant Lin Hua: brother of its owner");
        assertThat(round()).contains("recused:", "reason: brother of its owner").contains("project: looper");
        assertReadable();
        assertThat(read(at("a1.md")).err()).as("read again").doesNotContain("changed since");
    }

    @Test
    void aDeniedConflictWithAReasonCountsAsOne() throws IOException {
        panel();
        Run run = read(filled(
                "a1.md",
                form("a1"),
                "2025-12-08",
                answers(
                        CONFLICT,
                        "no",
                        "I own shares",
                        TEAM,
                        "4",
                        "worked together",
                        "project.conflict-of-interest looper",
                        "no",
                        "none",
                        "project.teamStrength looper",
                        "3",
                        "two engineers")));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("`a1` denies a conflict of interest with `bigcell`, but gives a reason for one; this counts"
                        + " as one\n")
                .contains("remove the reason, or answer `yes`")
                .contains("1 problem");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("1 taken + 1 set aside")
                .contains("Bigcell plant Lin Hua: I own shares");
        assertReadable();
    }

    @Test
    void judgementsWithoutADeclarationOnConflictsDoNotCount() throws IOException {
        panel();
        Path form = filled(
                "a1.md", form("a1"), "2025-12-08", answers(CONFLICT, "", "", TEAM, "4", "one", OUTPUT, "80", "x"));
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(form + ": `a1` does not say whether there is a conflict of interest with `bigcell`\n"
                        + "   | answer this question of the form with `yes` or `no`\n")
                .contains("1 problem");
        assertThat(run.out()).contains("0 taken").contains("2 refused");
        Path other = filled("a1-declared.md", form("a1"), "2025-12-08", answers(CONFLICT, "no", ""));
        assertThat(read(form, other).out()).contains("2 taken");
    }

    @Test
    void theFormsOfTwoAssessorsInOneFileDoNotCount() throws IOException {
        panel();
        Path form = filled("a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "worked together"));
        Path other = filled("a4.md", form("a4"), "2025-12-08", answers(TEAM, "1", "never seen"));
        int before = Files.readAllLines(form).size();
        Files.writeString(form, Files.readString(form) + Files.readString(other));
        int line = Files.readString(other).lines().toList().indexOf("- panel.assessor: a4") + 1 + before;
        int first = Files.readAllLines(form).indexOf("- panel.assessor: a1") + 1;
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        form + ":" + line + ":19: `panel.assessor` is given already at " + form + ":" + first + ":19\n")
                .contains("keep the forms of several assessors in files of their own");
        assertThat(run.out()).contains("0 taken").contains("2 refused");
    }

    @Test
    void aFormOfAnotherVersionIsRefused() throws IOException {
        panel();
        Path form = saved("a1.json", form("a1", "-f", "html"), "2025-12-08", answers(TEAM, "4", "worked together"));
        Files.writeString(form, Files.readString(form).replace("\"schema\" : 1", "\"schema\" : 9"));
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(form + ":3:14: the form has another `schema` than `1`\n")
                .contains("read it with the winnow that wrote it, or fill in a new form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "project.soundSafetyCase 000000000000"})
    void factsThatTheFormDoesNotListDoNotCount(String facts) throws IOException {
        panel();
        Path form = filled(
                "a1.md",
                form("a1").replaceAll("- panel\\.facts: .*", "- panel.facts: " + facts),
                "2025-12-08",
                answers(TEAM, "4", "worked together"));
        Run run = read(form);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        facts.isEmpty()
                                ? "the form has no `panel.facts`"
                                : "the question or the scale of `project.teamStrength` has changed since this form was"
                                        + " made");
        assertThat(run.out()).contains("0 taken").contains("1 refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "judges: [team, delivery] | judges: []  | the list `judges` is empty | leave `judges` out to mean all",
                "projects: [bigcell, looper, plaincell, saltlight, smartpack, solidstart] | projects: [] | the list"
                        + " `projects` is empty | leave `projects` out to mean all",
                "assessors: | cities: []@assessors: | the list `cities` is empty | leave `cities` out to mean all",
            })
    void anEmptyListInAPanelIsReported(String from, String to, String message, String hint) throws IOException {
        panel(from, to.replace('@', '\n'));
        Run run = winnow("panel show -q", "--panel", at("panel.yaml").toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(": " + message + "\n")
                .contains(hint + "\n")
                .contains("1 problem");
    }

    @Test
    void aRoundOfAnotherPanelRecusesNobody() throws IOException {
        panel();
        Files.writeString(
                at("round-1.yaml"),
                "panel: spring-2026\nround: 1\nrecused:\n  - {project: bigcell, assessor: a1, reason: other}\n"
                        + "judgements: []\n");
        Run run = winnow("panel show -q", "--panel", at("panel.yaml").toString());
        assertThat(run.err()).contains("these are judgements of the panel `spring-2026`, not of `winter-2025`");
        assertThat(winnow("panel ask -q --assessor a1 --panel " + at("panel.yaml"))
                        .out())
                .contains("`bigcell`");
    }

    @Test
    void aJudgementNeedsAReason() throws IOException {
        panel();
        Run run = read(
                filled("a1.md", form("a1"), "2025-12-08", answers(TEAM, "4", "", OUTPUT, "", "the lines are late")));
        assertThat(run.err()).contains("a judgement needs `reason`").contains("there is a reason but no judgement");
        assertThat(run.out()).contains("2 refused");
    }

    @Test
    void theAgreementOfTheExampleIsShown() {
        String line = "panel agreement --panel " + EXAMPLE.resolve("panel.yaml");
        Golden.assertSame("panel-agreement.txt", winnow(line, "-q").out());
        Golden.assertSame(
                "panel-agreement.zh.txt", winnow(line, "-q", "--lang", "zh").out());
        Golden.assertSame(
                "panel-agreement.json", winnow(line, "-q", "-f", "json").out());
    }

    @Test
    void fewProjectsSayNothingAboutAgreement() throws IOException {
        Files.copy(EXAMPLE.resolve("round-1.yaml"), at("round-1.yaml"));
        panel(
                "projects: [bigcell, looper, plaincell, saltlight, smartpack, solidstart]",
                "projects: [bigcell, looper]");
        Run run = winnow("panel agreement -q --panel " + at("panel.yaml"));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("say nothing about agreement: at least 5 projects that two"
                        + " assessors judged, and 3 assessors, are needed")
                .contains("too few");
        assertThat(winnow("panel agreement -q -f json --panel " + at("panel.yaml"))
                        .out())
                .contains("\"enough\": false")
                .doesNotContain("\"alpha\": 0");
    }
}
