package dev.winnow.papers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of {@code winnow letter} and {@code winnow minutes}. */
class LetterTest {

    private static final List<String> INPUT = List.of("-u", "illustrative", "-r", "battery");

    /** Parts that differ between runs. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @TempDir
    private Path folder;

    private Path templates = Path.of("");

    @BeforeEach
    void giveALetterhead() throws IOException {
        templates = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(templates.resolve("letterhead.yaml"), """
            bureau: {en: Alderbay Investment Bureau, zh: 赤杨湾投资促进局}
            address: {en: 1 Quay Street, zh: 码头街1号}
            contact: office@example.org
            signatory: {en: Director Li Wen, zh: 局长 李文}
            reference: 2026-017
            """);
    }

    private Run winnow(String... arguments) {
        return Run.winnow(Map.of("WINNOW_RECORDS", folder.resolve("records.db").toString()), false, arguments);
    }

    private Run letter(String... arguments) {
        List<String> all = new ArrayList<>(List.of("letter"));
        all.addAll(List.of(arguments));
        if (!all.contains("-u")) {
            all.addAll(INPUT);
        }
        all.addAll(List.of("--templates", templates.toString(), "--day", "2026-02-02"));
        return winnow(all.toArray(String[]::new));
    }

    private void decided() {
        List<String> screening = new ArrayList<>(List.of("screen", "--city", "alderbay", "--record", "-q"));
        screening.addAll(INPUT);
        assertThat(winnow(screening.toArray(String[]::new)).exit()).isZero();
        decide("nickelworks", "decline", "--reason=As the rules say");
        decide("solidstart", "hold", "--reason=Wait", "--condition=A second test of the yield", "--until=2026-09-30");
        decide(
                "thinfilm",
                "recommend",
                "--reason=Users wait for it",
                "--condition=The supply contract is signed",
                "--owner=Thinfilm",
                "--until=2026-06-30");
    }

    private void decide(String project, String verdict, String... more) {
        List<String> all = new ArrayList<>(List.of("decide", project, "alderbay", verdict, "--by=Committee", "-q"));
        all.addAll(List.of(more));
        assertThat(winnow(all.toArray(String[]::new)).exit()).isZero();
    }

    private String masked(String text) {
        return HASH.matcher(TIME.matcher(text.replace("Java " + System.getProperty("java.version"), "Java VERSION"))
                        .replaceAll("2026-02-03 04:05"))
                .replaceAll("#")
                .replace(System.getProperty("user.name", ""), "me")
                .replace(folder.toString(), "FOLDER");
    }

    @Test
    void aRequestSaysWhichAnswersCanChangeTheAssessment() {
        String together = letter("hsmc", "beijing", "--to", "city", "-u", "semiconductor", "-r", "semiconductor")
                .out();
        assertThat(together.replaceAll("\\s+", " "))
                .contains("Answers that can change our present assessment only together with facts that we ask of"
                        + " others: 1, 2. Answers that complete our record: 3, 4, 5. Please answer by")
                .doesNotContain("assessment: ");
        String condition = letter("sien", "qingdao", "--to", "city", "-u", "semiconductor", "-r", "semiconductor")
                .out();
        assertThat(condition.replaceAll("\\s+", " "))
                .contains("of Qingdao hold as their part? Answers that can change our present assessment: 1. Please");
        assertThat(letter("clearsalt", "alderbay", "--to", "applicant").out())
                .contains("Answers that can change our present assessment: 1.");
    }

    /** A pack in which neither the links of a project nor the lead users of a city can change an open verdict. */
    private Path kiosks() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("kiosk"));
        Files.writeString(pack.resolve("pack.yaml"), """
            name: kiosk
            title: Kiosks
            version: 1.0.0
            owner: the guild
            purpose: Screens kiosks for a town
            criteria:
              - {id: use, title: Use, side: city, weight: 100}
              - {id: money, title: Money, side: project, weight: 100}
            conditions: [permit]
            thresholds: {recommend: 50, decline: 10}
            """);
        String points = "@points(%s)";
        rules(
                pack,
                "use",
                rule("track", points.formatted(60), "Project( $what : track )", "award"),
                rule("links", points.formatted(40), "Project( $what : links, links.size() > 0 )", "award"));
        rules(
                pack,
                "money",
                rule("invests", points.formatted(60), "Project( $what : investment, investment > 0 )", "award"),
                rule("users", points.formatted(40), "Project() LeadUser( $what : firm )", "award"));
        rules(
                pack,
                "permit",
                rule("no-market", "", "Project( endMarkets.size() == 0, $what : name )", "knockOut"),
                rule("no-fund", "", "Project( $what : track ) not Fund( tracks contains $what )", "knockOut"));
        return pack;
    }

    private static void rules(Path pack, String file, String... rules) throws IOException {
        String head = "package kiosk." + file
                + "\nimport dev.winnow.model.*\nimport dev.winnow.engine.*\nglobal Scorecard card\n";
        Files.writeString(pack.resolve(file + ".drl"), head + String.join("", rules));
    }

    private static String rule(String id, String points, String when, String verb) {
        return """
            rule "%1$s"
              @title("The rule %1$s") %2$s @source("the guild")
            when
              %3$s
            then
              card.%4$s("About %%s", $what);
            end
            """.formatted(id, points, when.replaceAll("(?<=\\)) ", "\n  "), verb);
    }

    @Test
    void aRequestThatChangesNothingSaysSo() throws IOException {
        String pack = kiosks().toString();
        String towns = Files.writeString(folder.resolve("towns.yaml"), """
                universe: {name: towns, asOf: 2025-12-31}
                tracks: [{id: food, name: Food}]
                endMarkets: [{id: bread, name: Bread}]
                cities:
                  - {id: dale, name: Dale}
                  - {id: hill, name: Hill, funds: [{id: purse, name: Purse, tracks: [food]}]}
                projects:
                  - {id: tea, name: Tea kiosk, track: food, endMarkets: [bread], investment: 2 mn yuan}
                  - {id: coffee, name: Coffee kiosk, track: food, investment: 2 mn yuan}
                """).toString();
        String nothing = "As far as we can see, the answers only complete our record and do not change our present"
                + " assessment. Please answer by";
        String applicant = letter("tea", "dale", "--to", "applicant", "-u", towns, "-r", pack)
                .out();
        assertThat(applicant.replaceAll("\\s+", " "))
                .contains("1 Which links of the chain does Tea kiosk occupy? " + nothing);
        String city = letter("coffee", "hill", "--to", "city", "-u", towns, "-r", pack)
                .out();
        assertThat(city.replaceAll("\\s+", " ")).contains("the first customer of a new supplier? " + nothing);
        assertThat(letter("tea", "dale", "--to", "city", "-u", towns, "-r", pack)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("Answers that can change our present assessment: 1. Please answer by");
        assertThat(letter("tea", "hill", "--to", "city", "-u", towns, "-r", pack))
                .as("its verdict is settled")
                .isEqualTo(new Run(1, "", "winnow: no open question to this addressee decides anything\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void lettersStateTheDecisionOrAskAndAreRecorded(String language) throws IOException {
        decided();
        StringBuilder all = new StringBuilder();
        for (String words : List.of(
                "nickelworks alderbay --to applicant",
                "thinfilm alderbay --to applicant",
                "clearsalt alderbay --to applicant",
                "hsmc beijing --to city -u semiconductor -r semiconductor",
                "solidstart alderbay --to applicant")) {
            Run run = letter((words + " --record --lang " + language).split(" "));
            assertThat(run.exit()).as(run.err()).isZero();
            all.append("$ winnow letter ")
                    .append(words)
                    .append('\n')
                    .append(run.out())
                    .append('\n');
        }
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
            answers:
              - {project: clearsalt, fact: project.fundingNeed, value: 2 bn yuan, asOf: 2026-02-10, source: a letter, by: Li Ming}
            """);
        for (List<String> command : List.of(
                List.of("letter", "--status", "--answers", answers.toString()),
                List.of("history"),
                List.of("history", "5"),
                List.of("verify"))) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("--lang", language));
            if (words.contains("letter")) {
                words.addAll(INPUT);
            }
            Run run = winnow(words.toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
            all.append("$ winnow ")
                    .append(masked(String.join(" ", command)))
                    .append('\n')
                    .append(masked(run.out()));
        }
        Golden.assertSame("samples/letters." + language + ".txt", all.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void minutesShowAttendanceRecusalsDecisionsAndVotes(String language) throws IOException {
        decided();
        Path meeting = Files.writeString(folder.resolve("meeting.yaml"), """
            title: Spring round
            place: Town hall
            chair: Li Wen
            secretary: Zhao Min
            present:
              - {name: Li Wen, organisation: Bureau}
              - Chen Yu
              - Zhao Min
            absent: [Wang Fang]
            recused:
              - {name: Chen Yu, project: nickelworks, reason: former employer}
            votes:
              - {project: thinfilm, city: alderbay, for: 2, abstained: 1}
              - {project: nickelworks, city: alderbay, against: 2}
            """);
        Run run = winnow("minutes", "--meeting", meeting.toString(), "--lang", language);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/minutes." + language + ".txt", masked(run.out()));
    }

    @Test
    void mistakesInAMeetingAreReportedAndLeftOut() throws IOException {
        decided();
        Path meeting = Files.writeString(folder.resolve("meeting.yaml"), """
            day: 20 May
            room: 3
            present: [Li Wen, {nam: Chen Yu}]
            recused:
              - {name: Li Wan, project: thinfilm, reason: former employer}
            votes:
              - {project: thinfilm, city: alderbay, for: 2}
              - {project: thinflim, city: alderbay, for: 1}
              - {project: thinfilm, city: birchport, for: 1}
              - {project: nickelworks, city: alderbay, for: some}
            """);
        Run run = winnow("minutes", "--meeting", meeting.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Present  Li Wen").doesNotContain("Votes");
        assertThat(masked(run.err())).isEqualTo("""
            FOLDER/meeting.yaml:1:6: `20 May` is not a date
               |   day: 20 May
               |        ^^^^^^ write `2026-05-20`
            FOLDER/meeting.yaml:2:1: a meeting has no `room`
               |   room: 3
               |   ^^^^
            FOLDER/meeting.yaml:3:19: a member needs `name`
               |   present: [Li Wen, {nam: Chen Yu}]
               |                     ^
            FOLDER/meeting.yaml:3:20: a member has no `nam`
               |   present: [Li Wen, {nam: Chen Yu}]
               |                      ^^^ did you mean `name`?
            FOLDER/meeting.yaml:5:12: `Li Wan` is neither present nor absent
               |   - {name: Li Wan, project: thinfilm, reason: former employer}
               |            ^^^^^^ did you mean `Li Wen`?
            FOLDER/meeting.yaml:7:5: 2 votes on `thinfilm`, but only 1 of the members present may vote
               |   - {project: thinfilm, city: alderbay, for: 2}
               |     ^
            FOLDER/meeting.yaml:8:15: the minutes have no decision on `thinflim`
               |   - {project: thinflim, city: alderbay, for: 1}
               |               ^^^^^^^^ did you mean `thinfilm`?
            FOLDER/meeting.yaml:9:31: the minutes have no decision on `thinfilm` in `birchport`
               |   - {project: thinfilm, city: birchport, for: 1}
               |                               ^^^^^^^^^
            FOLDER/meeting.yaml:10:49: `some` is not a number of votes
               |   - {project: nickelworks, city: alderbay, for: some}
               |                                                 ^^^^ write a whole number of at least 0, such as `3`
            winnow: 9 problems; parts with problems were left out of the minutes
            """);
    }

    @Test
    void aLetterWithoutADecisionIsADraftAndIsNotRecorded() {
        Run draft = letter("nickelworks", "alderbay", "--to", "applicant");
        assertThat(draft.out()).contains("! DRAFT, not to be sent: no decision on this project is recorded.");
        assertThat(draft.err()).contains("the letter is a draft: no decision is recorded");
        Run recorded = letter("nickelworks", "alderbay", "--to", "applicant", "--record");
        assertThat(recorded.exit()).isEqualTo(2);
        assertThat(recorded.err())
                .contains("winnow: a draft is not recorded; record the decision first: `winnow decide`");
    }

    @Test
    void reasonsAgainstTheRulesArePeoples() {
        decided();
        decide("bigcell", "decline", "--reason=The mayor does not want it");
        Run without = letter("bigcell", "alderbay", "--to", "applicant", "-q");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err())
                .isEqualTo("winnow: the rules do not decline this project, so they give no reasons for the letter;"
                        + " write them for the applicant: `--reason TEXT`\n");
        Run with = letter("bigcell", "alderbay", "--to", "applicant", "-q", "--reason", "The site is taken");
        assertThat(with.out()).contains("1  The site is taken").doesNotContain("mayor");
    }

    @Test
    void anAlteredDecisionIsNamedByLettersAndMinutes() throws SQLException {
        decided();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("records.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_records_update");
            statement.execute("UPDATE winnow_records SET body = replace(body, 'rules say', 'mayor says')");
        }
        List<Run> runs = List.of(letter("nickelworks", "alderbay", "--to", "applicant"), winnow("minutes"));
        assertThat(runs).extracting(Run::exit).containsOnly(3);
        assertThat(runs)
                .extracting(Run::err)
                .allMatch(err -> err.contains("record `2` in ") && err.contains("altered"));
        assertThat(runs.get(0).out()).contains("DRAFT");
        assertThat(runs.get(1).out()).contains("Thinfilm").doesNotContain("mayor");
    }

    @Test
    void aReplyIsDueAfterTheDateOfTheLetter() {
        Run run = letter("clearsalt", "alderbay", "--to", "applicant", "-q", "--until", "2026-01-31");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("winnow: the reply is due on 2026-01-31, before the date of the letter, 2026-02-02\n");
    }

    @Test
    void theSheetOfARequestIsReadBack() {
        String sheet = folder.resolve("questions.xlsx").toString();
        Run written = letter("clearsalt", "alderbay", "--to", "applicant", "-q", "--sheet", sheet);
        assertThat(written.exit()).as(written.err()).isZero();
        Run read = winnow("answers", sheet, "-u", "illustrative", "-r", "battery");
        assertThat(read.err()).isEmpty();
        assertThat(read.out()).startsWith("winnow: answers taken: 0, rows refused: 0;");
    }

    @Test
    void lettersOnRecordAreListedAsCsv() {
        assertThat(letter("clearsalt", "alderbay", "--to", "applicant", "-q", "--record")
                        .exit())
                .isZero();
        assertThat(winnow("letter", "--status", "-f", "csv", "-u", "illustrative", "-r", "battery")
                        .out())
                .isEqualTo("""
                    number,day,to,about,letter,answered,until
                    1,2026-02-02,project owner,"Clearsalt electrolyte plant, in Alderbay (invented)",request,0 of 1,2026-02-16
                    """);
    }

    @Test
    void lettersAreWordDocuments() throws IOException {
        decided();
        Path file = folder.resolve("letter.docx");
        assertThat(letter("thinfilm", "alderbay", "--to", "applicant", "-q", "-o", file.toString())
                        .exit())
                .isZero();
        try (XWPFDocument word = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains(
                            "Alderbay Investment Bureau, 1 Quay Street",
                            "The supply contract is signed",
                            "due by 2026-06-30",
                            "Director Li Wen");
        }
    }

    @Test
    void mistakesInTemplatesAreReportedAndReplacedByTheShippedText() throws IOException {
        Files.writeString(templates.resolve("declined.txt"), """
            {project}: our answer
            To {adressee}
            Because of {reasons}, we say no.
            The end }
            """);
        Files.writeString(templates.resolve("declind.txt"), "# x");
        Files.writeString(templates.resolve("letterhead.yaml"), "bureau: {en: B}\nadress: here\n");
        Run run = letter("nickelworks", "alderbay", "--to", "applicant", "-q");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Thank you for your application");
        assertThat(masked(run.err())).isEqualTo("""
            FOLDER/letters/declind.txt: this is no template of a letter
               | did you mean `declined.txt`?
            FOLDER/letters/declined.txt:1:1: the first line of a template is its title
               |   {project}: our answer
               |   ^^^^^^^^^^^^^^^^^^^^^ begin it with `#`
            FOLDER/letters/declined.txt:2:4: unknown placeholder `{adressee}`
               |   To {adressee}
               |      ^^^^^^^^^^ did you mean `addressee`?
            FOLDER/letters/declined.txt:3:12: `{reasons}` is a list
               |   Because of {reasons}, we say no.
               |              ^^^^^^^^^ write it on a line of its own
            FOLDER/letters/declined.txt:4:9: `}` belongs to no placeholder
               |   The end }
               |           ^ a placeholder is written `{project}`
            FOLDER/letters/declined.txt: the template `declined` needs the placeholder `{decision}`
            FOLDER/letters/letterhead.yaml:2:1: a letterhead has no `adress`
               |   adress: here
               |   ^^^^^^ did you mean `address`?
            winnow: 7 problems; entries with problems were left out; the rest was screened
            """);
    }

    @Test
    void shippedTemplatesArePrinted() {
        Run run = winnow("letter", "--template", "declined.txt");
        assertThat(run.out()).startsWith("# {project}").contains("\n{reasons}\n");
        assertThat(winnow("letter", "--template", "declined").out()).isEqualTo(run.out());
        assertThat(winnow("letter", "--template", "declined", "--lang", "zh").out())
                .isEqualTo(winnow("letter", "--template", "declined.zh.txt").out())
                .contains("特此函复");
        Run unknown = winnow("letter", "--template", "declind.txt");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo("winnow: unknown template `declind.txt`; did you mean `declined.txt`?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"项目方", "申请单位", "project owner", "owner"})
    void theApplicantIsNamedAsItIsPrinted(String to) {
        for (String language : List.of("en", "zh")) {
            Run run = winnow("letter", "haier-2000", "qingdao", "--to", to, "--lang", language);
            assertThat(run.exit()).as(run.err()).isZero();
        }
    }

    @Test
    void aRefusalNamesTheFactsThatDecide() {
        Run run = winnow("letter", "haier-2000", "qingdao", "--to", "applicant", "-q");
        assertThat(run.out())
                .contains("according to our records, the project owns its technology: no")
                .contains("according to our records, the project’s technology partners: none")
                .contains("according to our records, the project’s co-investors: none")
                .contains("according to our records, the project’s unit cost against imports: over 1")
                .doesNotContain("funding need");
    }

    @Test
    void aRequestClaimsNoEffectOfItsAnswers() {
        Run run =
                winnow("letter", "hsmc", "beijing", "--to", "city", "-q", "-u", "semiconductor", "-r", "semiconductor");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Some facts that we need from you are still missing. Our questions")
                .doesNotContain("depends on them");
    }

    @Test
    void aLetterToACityNeedsTheCity() {
        Run run = winnow("letter", "sien", "--to", "city", "-q");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("winnow: a letter to a city is about one city;"
                        + " write `winnow letter PROJECT CITY --to city`\n");
        assertThat(winnow("letter", "sien", "--to", "register", "-q").exit()).isNotEqualTo(2);
    }

    @Test
    void aConditionThatWasDueBeforeTheLetterIsNoConditionOfIt() {
        decided();
        String[] words = {"letter", "thinfilm", "alderbay", "--to=applicant", "-u=illustrative", "-r=battery", "-q"};
        List<String> later = new ArrayList<>(List.of(words));
        later.add("--today=2026-07-01");
        Run refused = winnow(later.toArray(String[]::new));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo(
                        "winnow: condition `1` was to be met by 2026-06-30, before the date of the letter, 2026-07-01;"
                                + " record that it is met or decide anew: `winnow decide`\n");
        assertThat(winnow("decide", "--met=4/1", "--on=2026-06-01", "--reason=Signed", "--by=Bank", "-q")
                        .exit())
                .isZero();
        assertThat(winnow("decide", "--met=4/1", "--on=2026-07-02", "--reason=Signed again", "--by=Bank", "-q")
                        .exit())
                .isZero();
        assertThat(winnow(later.toArray(String[]::new)).exit()).isEqualTo(2);
        later.set(later.size() - 1, "--today=2026-07-02");
        Run met = winnow(later.toArray(String[]::new));
        assertThat(met.err()).isEmpty();
        assertThat(met.out()).contains("2026-07-02", "The supply contract is signed");
    }

    @Test
    void aLetterBearsTheDayOnWhichItIsWritten() {
        Run run = winnow("letter", "haier-2000", "qingdao", "--to=applicant", "-q");
        assertThat(run.out()).contains(LocalDate.now(ZoneId.systemDefault()).toString());
    }
}
