package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of {@code --record}, {@code decide}, {@code history}, {@code replay} and {@code verify}. */
class RecordsTest {

    /** Parts that differ between runs: hashes, times and system names. */
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\dZ)?");
    private static final Pattern JAVA = Pattern.compile("(Java |\"java\": \")[^\\s\",]+");

    private static final String USER = System.getProperty("user.name", "");

    @TempDir
    private Path folder;

    private String place = "";

    /** A records file with a screening of one city and a decision on it. */
    private static byte[] two = {};

    @BeforeAll
    static void recordOnce(@TempDir Path once) throws IOException {
        System.setProperty("user.name", "me");
        RecordsTest test = new RecordsTest();
        test.place = once.resolve("records.db").toString();
        test.screened("--city", "alderbay", "--top", "4");
        test.decided("recommend", "The mayor wants it");
        two = Files.readAllBytes(once.resolve("records.db"));
    }

    @AfterAll
    static void giveTheNameBack() {
        System.setProperty("user.name", USER);
    }

    @BeforeEach
    void namePlace() {
        place = folder.resolve("records.db").toString();
    }

    private void twoRecords() throws IOException {
        Files.write(Path.of(place), two);
    }

    private Run winnow(String... arguments) {
        return Run.winnow(Map.of("WINNOW_RECORDS", place), false, arguments);
    }

    private void screened(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("screen", "-u", "illustrative", "-r", "battery", "--record", "--samples", "20", "-q"));
        all.addAll(List.of(arguments));
        Run run = winnow(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private void decided(String verdict, String reason) {
        Run run = winnow("decide", "thinfilm", "alderbay", verdict, "--reason", reason, "--by", "Committee 3", "-q");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private String masked(String text) {
        String shown = TIME.matcher(text.replace(place, "PLACE")).replaceAll("2026-02-03 04:05");
        shown = shown.replaceAll("\\d+(?= ?(bytes|字节))", "N"); // any change to the JSON of `screen` changes it
        return JAVA.matcher(HASH.matcher(shown).replaceAll("#")).replaceAll("$117");
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void historyListsScreeningsAndDecisions(String language) {
        screened("--city", "alderbay", "--as-of", "2024-06-30", "--assume", "project.yieldRate=0.9");
        decided("hold", "the same as the rules");
        decided("recommend", "The mayor wants it");
        StringBuilder all = new StringBuilder();
        for (String[] command :
                new String[][] {{"history"}, {"history", "1"}, {"history", "3"}, {"replay", "1"}, {"verify"}}) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(List.of("--lang", language));
            Run run = winnow(words.toArray(String[]::new));
            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
            all.append("$ winnow ")
                    .append(String.join(" ", command))
                    .append('\n')
                    .append(masked(run.out()));
        }
        Golden.assertSame("samples/records." + language + ".txt", all.toString());
    }

    /** Records a decision with two conditions, and that the first is met. */
    private void conditions() throws IOException {
        twoRecords();
        assertThat(winnow(
                                "decide",
                                "thinfilm",
                                "alderbay",
                                "hold",
                                "--reason=Once the contract stands",
                                "--by=Committee 3",
                                "--condition=The contract is signed",
                                "--until=2026-12-31",
                                "--owner=Legal office",
                                "--condition=The yield is measured",
                                "--until=2027-03-31")
                        .exit())
                .isZero();
        assertThat(winnow("decide", "--met=3/1", "--reason=Signed in Alderbay", "--on=2026-11-30", "--by=Legal office")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void historyShowsConditionsAndWhichAreMet(String language) throws IOException {
        conditions();
        StringBuilder all = new StringBuilder();
        for (String[] command : new String[][] {{"history"}, {"history", "3"}, {"history", "4"}, {"verify"}}) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(List.of("--lang", language));
            Run run = winnow(words.toArray(String[]::new));
            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
            all.append("$ winnow ")
                    .append(String.join(" ", command))
                    .append('\n')
                    .append(masked(run.out()));
        }
        Golden.assertSame("samples/records.conditions." + language + ".txt", all.toString());
    }

    @Test
    void conditionsAreAvailableAsJson() throws IOException {
        conditions();
        Golden.assertSame(
                "samples/records.conditions.json",
                masked(winnow("history", "-f", "json").out()));
    }

    @Test
    void theOpenRedFlagsOfARecommendationBecomeItsConditions() {
        Run screened = winnow("screen", "--city", "qingdao", "--project", "sien", "--record", "--samples", "20", "-q");
        assertThat(screened.out()).contains("RECOMMEND");
        Run run = winnow("decide", "sien", "qingdao", "recommend", "--reason=It fits", "--until=2026-12-31", "-q");
        assertThat(run.out())
                .contains(
                        "condition   1: To be ruled out: Part of its funding is missing",
                        "`funding-gap` must not hold)",
                        "condition   2: ");
        run = winnow(
                "decide",
                "sien",
                "qingdao",
                "recommend",
                "--reason=It fits",
                "--about=funding-gap",
                "--until=2026-12-31",
                "--owner=Fund office",
                "-q");
        assertThat(run.out()).contains("condition   1: To be ruled out: Part of its funding is missing");
    }

    @ParameterizedTest
    @CsvSource({"history, history", "history 2, decision", "verify, verify", "replay 1, replay"})
    void recordsAreAvailableAsJson(String command, String golden) throws IOException {
        twoRecords();
        Run run = winnow((command + " -f json").split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/records." + golden + ".json", masked(run.out()));
    }

    @Test
    void recordedResultsEqualThoseOfScreen() {
        screened("--top", "3");
        Run printed = winnow(
                "screen", "-u", "illustrative", "-r", "battery", "--samples", "20", "--top", "3", "-f", "json", "-q");
        assertThat(winnow("history", "1", "--results").out()).isEqualTo(printed.out());
    }

    @Test
    void placeAndHashAreReported() {
        Run run = winnow("screen", "-u", "illustrative", "-r", "battery", "--record", "--samples", "20");
        assertThat(masked(run.err())).contains("note: PLACE: recorded as 1, with the hash #\n");
    }

    @Test
    void everyScreeningIsReplayedByteForByte() throws IOException {
        Path table = Files.writeString(
                folder.resolve("own.csv"), "id,name,track,investment\nmine,My Mill,batteries,8 bn yuan\n");
        Path file = Files.writeString(
                folder.resolve("yours.yaml"), "projects:\n  - {id: yours, name: Your Mill, track: batteries}\n");
        screened();
        screened("--as-of", "decision", "--city", "birchport");
        screened("--project", table.toString(), "--project", file.toString(), "--project", "thinfilm");
        screened(
                "--assume",
                "project.yieldRate=0.9",
                "--assume",
                "alderbay.funds=nothing-unlisted",
                "--lang",
                "zh",
                "--seed",
                "7");
        screened("-u", table.toString(), "--evaluator", "phreak");
        Files.delete(table);
        Files.delete(file);
        for (int number = 1; number <= 5; number++) {
            Run run = winnow("replay", Integer.toString(number));
            assertThat(run.out()).contains("\nbyte-identical: ");
            assertThat(run.exit()).isZero();
        }
    }

    @Test
    void shippedPacksAreRecordedFromTheirJars() {
        Run run = Run.installed(
                "screen",
                "-u",
                "illustrative",
                "-r",
                "battery",
                "--record",
                "--records",
                place,
                "--samples",
                "20",
                "-q");
        assertThat(run.err()).isEmpty();
        assertThat(winnow("replay", "1").out()).contains("\nbyte-identical: 36 pairs, ");
    }

    /** Alters a record as another version of winnow could have derived it. */
    @Test
    void aReplayNamesDifferingPairAndField() throws IOException {
        twoRecords();
        String other = folder.resolve("other.db").toString();
        try (RecordStore from = RecordStore.toRead(RecordsPlace.of(place, variable -> null));
                RecordStore to = RecordStore.toWrite(RecordsPlace.of(other, variable -> null))) {
            ScreeningEntry entry = (ScreeningEntry) from.record(1).entry();
            ScreeningEntry.Parts parts = entry.contents();
            String results;
            try (InputStream in = from.content(parts.results()).open()) {
                results = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String changed = results.replaceFirst("\"low\": 8\\d", "\"low\": 12")
                    .replaceFirst("\"reason\": \"", "\"reason\": \"Formerly ");
            assertThat(changed).isNotEqualTo(results);
            Content content = Content.of(out -> out.write(changed.getBytes(StandardCharsets.UTF_8)));
            to.append(
                    new ScreeningEntry(
                            new RecordOrigin(entry.origin().at(), "somebody", "0.0.1", "17"),
                            entry.pack(),
                            entry.universe(),
                            entry.options(),
                            entry.verdicts(),
                            0,
                            new ScreeningEntry.Parts(parts.pack(), parts.universe(), parts.pairs(), content.digest())),
                    List.of(
                            from.content(parts.pack()),
                            from.content(parts.universe()),
                            from.content(parts.pairs()),
                            content));
        }
        place = other;
        Run run = winnow("replay", "1");
        assertThat(run.exit()).isEqualTo(1);
        Golden.assertSame("samples/records.differs.txt", masked(run.out()));
        Golden.assertSame(
                "samples/records.differs.json",
                masked(winnow("replay", "1", "-f", "json").out()));
    }

    @Test
    void recordsMoveToAnotherPlace() throws IOException {
        twoRecords();
        Path file = folder.resolve("two.ndjson");
        String copy = folder.resolve("copy.db").toString();
        assertThat(winnow("records", "export", "-o", file.toString())).isEqualTo(new Run(0, "", ""));
        Run run = winnow("records", "import", file.toString(), "--records", copy);
        assertThat(masked(run.out())).isEqualTo("records added: 2; total: 2; hash of the last: #\n");
        assertThat(winnow("verify", "--records", copy).out())
                .isEqualTo(winnow("verify").out().replace(place, copy));
        assertThat(winnow("history", "--records", copy, "-f", "json").out())
                .isEqualTo(winnow("history", "-f", "json").out());
        assertThat(winnow("replay", "1", "--records", copy).out()).contains("\nbyte-identical: ");
        assertThat(winnow("records", "import", file.toString(), "--records", copy, "--lang", "zh")
                        .out())
                .startsWith("新增记录：0；现共2条");
    }

    @Test
    void onlyExportsAreImported() throws IOException {
        Path file = Files.writeString(folder.resolve("x.ndjson"), "Dear colleagues");
        Run run = winnow("records", "import", file.toString());
        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "winnow: " + file + ":1: this file was not written by `winnow records export`; nothing was"
                                + " imported\n"));
        assertThat(Path.of(place)).doesNotExist();
        assertThat(winnow("records", "import", folder.resolve("none").toString()))
                .isEqualTo(new Run(2, "", "winnow: no such file: `" + folder.resolve("none") + "`\n"));
    }

    @Test
    void verifyNamesChangesAndFails() throws Exception {
        twoRecords();
        decided("hold", "The mayor is gone");
        String hash = winnow("verify", "-f", "json").out().replaceAll("(?s).*\"last\": \"(\\w+)\".*", "$1");
        Run expected = winnow("verify", "--expect", hash.substring(0, 12));
        assertThat(expected.exit()).isZero();
        assertThat(expected.out())
                .contains("record 3 has the expected hash: no record up to it was changed since; later\n"
                        + "records: 0\n");
        tamper(
                "DROP TRIGGER winnow_records_delete",
                "DROP TRIGGER winnow_records_update",
                "UPDATE winnow_records SET body = replace(body, 'mayor', 'major') WHERE number = 2",
                "DELETE FROM winnow_records WHERE number = 3");
        StringBuilder all = new StringBuilder();
        for (String language : List.of("en", "zh")) {
            Run run = winnow("verify", "--expect", hash, "--lang", language);
            assertThat(run.exit()).isEqualTo(1);
            all.append(masked(run.out()));
        }
        Golden.assertSame("samples/records.changed.txt", all.toString());
        assertThat(winnow("history").err())
                .isEqualTo("winnow: record `2` in `" + place + "` was altered; `winnow verify` shows the changes\n");
        assertThat(winnow("history").exit()).isEqualTo(3);
        assertThat(winnow("history").out().lines().filter(line -> line.matches("\\d .*")))
                .singleElement()
                .asString()
                .startsWith("1 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | screen --records x.db | `--records` requires `--record`",
                "2 | screen --record --unranked -f ndjson | `--record` cannot be combined with `--unranked`",
                "2 | screen --record --records jdbc:oracle:x | `jdbc:oracle:` is not a database for records; expected"
                        + " one of `jdbc:sqlite:`, `jdbc:postgresql:`",
                "2 | history x | `x` is not a record number; `winnow history` lists them",
                "2 | history 7 | there is no record `7` in `PLACE`; the last record is `2`",
                "2 | history --results | `--results` needs the number of a screening",
                "2 | history 2 --results | record `2` is a decision, not a screening; did you mean `1`?",
                "2 | replay 2 | record `2` is a decision, not a screening; did you mean `1`?",
                "2 | replay | `NUMBER` is missing",
                "2 | verify --expect abc | `abc` is not a record hash; give 12 to 64 of its characters, 0 to 9 and a"
                        + " to f",
                "2 | decide thinfilm alderbay | `VERDICT` is missing",
                "2 | decide thinfilm alderbay recomend --reason x | unknown decision `recomend`; did you mean `recommend`?",
                "2 | decide thinfilm alderbay 3 --reason x | unknown decision `3`; it is one of `recommend`, `hold`,"
                        + " `decline`",
                "2 | decide thinfilm alderbay hold | a decision needs a reason: `--reason TEXT`",
                "2 | decide thinfilm alderbay hold --reason x --by= | `--by` has a blank value",
                "2 | decide thinflim alderbay hold --reason x | no recorded screening has `thinflim` in `alderbay`;"
                        + " did you mean `thinfilm`?",
                "2 | decide thinfilm alderbai hold --reason x | no recorded screening has `thinfilm` in `alderbai`;"
                        + " did you mean `alderbay`?",
                "2 | decide thinfilm birchport hold --reason x --screening 1 | record `1` has no `thinfilm` in"
                        + " `birchport`",
                "2 | decide thinfilm alderbay hold --reason x --until 2026-12-31 | the recorded recommendation depends on"
                        + " no open red flag, so there is no condition; state one: `--condition TEXT --until DAY`",
                "2 | decide thinfilm alderbay hold --reason x --condition y | `--condition` needs a day; write"
                        + " `--until DAY` after it",
                "2 | decide thinfilm alderbay hold --reason x --owner y | `--owner` needs a day; write `--until DAY`"
                        + " after it",
                "2 | decide thinfilm alderbay hold --reason x --until 2026-12-31 --condition y --until 2027-01-31 |"
                        + " `--until 2027-01-31` has no condition; write each `--condition` before its `--until` and"
                        + " `--owner`",
                "2 | decide thinfilm alderbay hold --reason x --about z --until 2026-12-31 --condition y --until"
                        + " 2027-01-31 --about z | `--until 2027-01-31` has no condition; write each `--condition`"
                        + " before its `--until` and `--owner`",
                "2 | decide thinfilm alderbay hold --reason x --condition y --until 2026-12 | `2026-12` is not a date;"
                        + " did you mean `2026-12-31`?",
                "2 | decide thinfilm alderbay hold --reason x --condition y --until 2026-12-31 --about yield | `yield`"
                        + " is no red flag, knock-out or open fact of the recorded pair; `winnow explain PROJECT CITY`"
                        + " shows them",
                "2 | decide thinfilm alderbay decline --reason x --condition y --until 2026-12-31 | a declined project"
                        + " has no conditions; hold it until they are met: `hold`",
                "2 | decide thinfilm alderbay hold --reason x --on 2026-12-31 | `--on` requires `--met`",
                "2 | decide --met 2/1 | `--met` needs a reason: `--reason TEXT`",
                "2 | decide --met 2 --reason x | `2` names no condition; write the number of the record, `/` and the"
                        + " number of the condition: `2/1`",
                "2 | decide --met 2/1 --reason x | decision `2` has no condition `1`; it has no conditions",
                "2 | decide --met 1/1 --reason x | record `1` is not a decision",
                "2 | decide thinfilm alderbay hold --met 2/1 --reason x | `--met` names the decision, so it is combined"
                        + " only with `--reason`, `--on` and `--by`",
                "2 | decide thinfilm alderbay hold --reason x --screening 2 | record `2` is a decision, not a"
                        + " screening; did you mean `1`?"
            })
    void impossibleRequestsAreReportedInOneLine(int exit, String line, String message) throws IOException {
        twoRecords();
        Run run = winnow(line.strip().split(" +"));
        assertThat(run.err()).startsWith("winnow: " + message.replace("PLACE", place) + "\n");
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aVeryLongReasonIsNotRecorded() throws IOException {
        twoRecords();
        Run run = winnow(
                "decide",
                "thinfilm",
                "alderbay",
                "hold",
                "--reason",
                "because ".repeat(1_300).strip());
        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "winnow: the reason has 10399 characters, and at most 10000 are recorded; name the document"
                                + " that says more\n"));
        assertThat(winnow("decide", "thinfilm", "alderbay", "hold", "--reason", "x".repeat(10_000))
                        .exit())
                .isZero();
    }

    @Test
    void missingRecordsAreReported() {
        for (String[] command :
                new String[][] {{"history"}, {"verify"}, {"replay", "1"}, {"decide", "x", "y", "hold", "--reason", "z"}
                }) {
            Run run = winnow(command);
            assertThat(run.err())
                    .isEqualTo("winnow: there are no records in `" + place + "` yet; `winnow screen --record` creates"
                            + " the first one\n");
            assertThat(run.exit()).isEqualTo(3);
        }
        assertThat(Path.of(place)).doesNotExist();
    }

    @Test
    void withoutAPlaceRecordsAreInTheUsersFolder() {
        Run run = Run.winnow(
                Map.of("XDG_DATA_HOME", folder.toString(), "LOCALAPPDATA", folder.toString()), false, "history");
        assertThat(run.err()).contains("winnow/records.db` yet");
    }

    @Test
    void unrecordableResultsAreNotPrinted() throws IOException {
        Files.writeString(Path.of(place), "Dear colleagues, ".repeat(100));
        Run run = winnow("screen", "-u", "illustrative", "-r", "battery", "--record", "-q");
        assertThat(run.err()).isEqualTo("winnow: `" + place + "` is not an SQLite database\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPackWithAFileThatIsNotUtf8IsNotRecorded() throws IOException {
        Path pack = PackCopy.of("battery", folder).folder();
        Files.write(pack.resolve("README.md"), new byte[] {'B', (byte) 0xE9});
        Run run = winnow("screen", "-u", "illustrative", "-r", pack.toString(), "--record", "-q");
        assertThat(run.err())
                .isEqualTo("winnow: nothing was recorded: `README.md` of pack `battery` is not UTF-8 text: save it as"
                        + " UTF-8\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(winnow("history").out()).startsWith("winnow: records in " + place + ": 0;");
    }
}
