package dev.winnow.past.watch;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.OutputContracts;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.content.PackContent;
import dev.winnow.records.internal.content.UniverseContent;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recommendations recorded by an older universe, watched by a later one. */
class WatchTest {

    private static final String CONTRACT = "--condition=The contract, of ten years; is signed";

    @TempDir
    private Path folder;

    private Path universe;

    /** Records of a screening of the shipped universe, and with decisions. */
    private static byte[] screening = {};

    private static byte[] decisions = {};

    @BeforeAll
    static void recordOnce(@TempDir Path once) throws IOException {
        WatchTest test = new WatchTest();
        test.folder = once;
        test.universe = Run.HOME.resolve("seeds/illustrative");
        test.screenedAnew();
        screening = Files.readAllBytes(test.records());
        test.decidedAnew();
        decisions = Files.readAllBytes(test.records());
    }

    private Path records() {
        return folder.resolve("records.db");
    }

    @BeforeEach
    void copyTheUniverse() throws IOException {
        universe = Files.createDirectory(folder.resolve("universe"));
        Path shipped = Run.HOME.resolve("seeds/illustrative");
        try (Stream<Path> files = Files.walk(shipped)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> {
                Path copy = universe.resolve(shipped.relativize(file).toString());
                try {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void edit(String file, String after, String from, String to) throws IOException {
        Path path = universe.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(from, text.indexOf(after));
        assertThat(at).isPositive();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The auditor's report is the source of another yield rate. */
    private void yieldIs(String share) throws IOException {
        edit("universe.yaml", "sources:", "sources:\n", "sources:\n  - {id: auditor, title: Report of the auditor}\n");
        edit(
                "candidates/materials.yaml",
                "id: thinfilm",
                "yieldRate: 92 %",
                "yieldRate: {value: " + share + ", source: auditor}");
    }

    private Run winnow(String... words) {
        return Run.winnow(Map.of("WINNOW_RECORDS", records().toString()), false, words);
    }

    private void done(String... words) {
        Run run = winnow(words);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private void screened() throws IOException {
        Files.write(records(), screening);
    }

    private void screenedAnew() {
        done("screen", "-u", universe.toString(), "-r", "battery", "--city=alderbay", "--record", "--samples=5", "-q");
    }

    /** Records that are overdue, due, due later and met on the first of December 2026. */
    private void decided() throws IOException {
        Files.write(records(), decisions);
    }

    private void recommended(String... conditions) {
        List<String> words = new ArrayList<>(List.of("decide", "thinfilm", "alderbay", "recommend"));
        words.addAll(List.of("--reason=Its cells are needed", "--by=Board", "-q"));
        words.addAll(List.of(conditions));
        done(words.toArray(String[]::new));
    }

    private void decidedAnew() {
        recommended(
                CONTRACT,
                "--until=2026-11-15",
                "--owner=Thinfilm Ltd",
                "--condition=A second user is named",
                "--until=2026-12-20",
                "--condition=The land is bought",
                "--until=2027-03-31",
                "--condition=The loan is signed",
                "--until=2026-11-30");
        done("decide", "--met=2/4", "--reason=Signed in Alderbay", "--on=2026-11-10", "--by=Bank", "-q");
    }

    private Run watched(String... more) {
        List<String> words =
                new ArrayList<>(List.of("watch", "-u", universe.toString(), "-r", "battery", "--today", "2026-12-01"));
        words.addAll(List.of(more));
        return winnow(words.toArray(String[]::new));
    }

    private JsonNode json(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("-f", "json"));
        words.addAll(List.of(more));
        return new ObjectMapper().readTree(watched(words.toArray(String[]::new)).out());
    }

    private static JsonNode pair(JsonNode watch, String project) {
        for (JsonNode pair : watch.get("pairs")) {
            if (pair.get("project").asText().equals(project)) {
                return pair;
            }
        }
        throw new AssertionError("no " + project);
    }

    private String masked(String text) {
        return text.replace(universe.toString(), "universe")
                .replace("universe\\", "universe/")
                .replaceAll("\\b20\\d\\d-\\d\\d-\\d\\d(?= in record|,? 见记录)", "2026-02-03")
                .replaceAll("20\\d\\d年\\d+月\\d+日(?=筛选|决定)", "2026年2月3日")
                .replaceAll("(\"on\": \")[-0-9]+", "$12026-02-03")
                .replaceAll("universe [0-9a-f]{12}|数据集 [0-9a-f]{12}", "#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aPlantedChangeOfOneFactIsNamedAsTheCause(String language) throws IOException {
        decided();
        yieldIs("60 %");
        Run run = watched("--lang", language, "-f", "markdown");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(1);
        Golden.assertSame("samples/watch." + language + ".md", masked(run.out()));
        String json = masked(watched("-f", "json").out());
        Golden.assertSame("samples/watch.json", json);
        assertThat(OutputContracts.refusals(OutputContracts.named("watch"), json))
                .isEmpty();
        JsonNode fell = pair(json(), "thinfilm");
        assertThat(fell.get("outcome").asText()).isEqualTo("FELL");
        assertThat(fell.get("causes")).hasSize(1);
        assertThat(fell.at("/causes/0")).hasSize(1);
        assertThat(fell.at("/causes/0/0/source").asText()).isEqualTo("auditor");
        assertThat(fell.at("/causes/0/0/changes/0/what").asText()).isEqualTo("`yieldRate` of project `thinfilm`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void anUnchangedUniverseKeepsEveryRecommendation(String language) throws IOException {
        decided();
        Run run = watched("--lang", language);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/watch." + language + ".txt", masked(run.out()));
        JsonNode thinfilm = pair(json(), "thinfilm");
        assertThat(thinfilm.get("before")).isEqualTo(thinfilm.get("now"));
        assertThat(thinfilm.get("causes")).isEmpty();
    }

    @Test
    void aConditionMetLaterIsNotMetYet() throws IOException {
        decided();
        assertThat(winnow("watch", "-u", universe.toString(), "-r", "battery", "--today", "2026-11-09")
                        .out())
                .doesNotContain("Signed in Alderbay");
        assertThat(watched().out()).contains("Signed in Alderbay");
    }

    @Test
    void aSmallerDistanceToAThresholdAndToTheNextFactIsShown() throws IOException {
        screened();
        yieldIs("75 %");
        JsonNode nearer = pair(json(), "thinfilm");
        assertThat(nearer.get("outcome").asText()).isEqualTo("NEARER");
        assertThat(nearer.at("/before/margin").asDouble()).isEqualTo(31.25);
        assertThat(nearer.at("/now/margin").asDouble()).isEqualTo(22.75);
        assertThat(nearer.at("/now/flip/steps/0/fact").asText()).isEqualTo("project.yieldRate");
        assertThat(nearer.at("/now/flip/size").asDouble())
                .isLessThan(nearer.at("/before/flip/size").asDouble());
        assertThat(nearer.at("/causes/0/0/source").asText()).isEqualTo("auditor");
        assertThat(watched().exit()).isZero();
    }

    @Test
    void aRecommendationThatNowDependsOnAnOpenRedFlagIsNearerToALowerVerdict() throws IOException {
        screened();
        edit("candidates/materials.yaml", "id: thinfilm", "yieldRate: 92 %", "yieldRate: ~");
        JsonNode nearer = pair(json(), "thinfilm");
        assertThat(nearer.get("outcome").asText()).isEqualTo("NEARER");
        assertThat(nearer.at("/before/because").asText()).isEqualTo("CLEAR");
        assertThat(nearer.at("/now/because").asText()).isEqualTo("ON_CONDITION");
        assertThat(nearer.at("/causes/0/0/changes/0/before").asText()).isEqualTo("92 %");
    }

    @Test
    void anotherDayOfJudgementAloneIsNamedAsTheCause() throws IOException {
        screened();
        Run run = watched("--as-of", "2024-12-31");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("6 recommendations no longer stand", "The recorded facts and rules alone give another");
        JsonNode fell = pair(json("--as-of", "2024-12-31"), "thinfilm");
        assertThat(fell.get("byDay").asBoolean()).isTrue();
        assertThat(fell.get("causes")).isEmpty();
    }

    @Test
    void aRecordedPackThatIsNoLongerAcceptedHasNoCauses() throws IOException {
        screened();
        recordedAgain(PackContent.class, new PackContent("battery", Map.of()).content());
        yieldIs("60 %");
        Run run = watched();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("The recorded pack or universe cannot be used any more, so no cause was searched for.");
        assertThat(pair(json(), "thinfilm").get("before").isNull()).isTrue();
    }

    @Test
    void anotherVerdictOfThisWinnowForTheRecordedFilesIsSaid() throws IOException {
        screened();
        yieldIs("60 %");
        screenedAnew();
        try (RecordStore store = store()) {
            recordedAgain(
                    UniverseContent.class,
                    store.content(store.record(2).screening().contents().universe()));
        }
        JsonNode fell = pair(json(), "thinfilm");
        assertThat(fell.get("outcome").asText()).isEqualTo("FELL");
        assertThat(fell.get("byProgram").asBoolean()).isTrue();
        assertThat(fell.get("causes")).isEmpty();
        assertThat(watched().out()).contains("This winnow derives another verdict from the record");
    }

    private RecordStore store() {
        return RecordStore.toWrite(RecordsPlace.of(records().toString(), name -> null));
    }

    /** Records the first screening again, with another content. */
    private void recordedAgain(Class<?> part, Content other) {
        try (RecordStore store = store()) {
            ScreeningEntry first = store.record(1).screening();
            ScreeningEntry.Parts parts = first.contents();
            boolean ofPack = part == PackContent.class;
            store.append(
                    new ScreeningEntry(
                            first.origin(),
                            first.pack(),
                            first.universe(),
                            first.options(),
                            first.verdicts(),
                            first.leftOut(),
                            new ScreeningEntry.Parts(
                                    ofPack ? other.digest() : parts.pack(),
                                    ofPack ? parts.universe() : other.digest(),
                                    parts.pairs(),
                                    parts.results())),
                    List.of(other));
        }
    }

    @Test
    void aProjectThatLeftTheUniverseNoLongerStands() throws IOException {
        screened();
        edit("candidates/materials.yaml", "- id: thinfilm", "id: thinfilm", "id: thickfilm");
        assertThat(watched().exit()).isEqualTo(1);
        assertThat(watched().out())
                .contains("1 is no longer in the universe", "The universe no longer has this project or this city.");
        assertThat(pair(json(), "thinfilm").get("now").isNull()).isTrue();
    }

    @Test
    void anEditOfThePackIsNamedAsTheCause() throws IOException {
        screened();
        PackCopy pack = PackCopy.of("battery", folder)
                .replace(
                        "limits.yaml",
                        "values: [{value: 70 %}]\n    assumed: true\n    reason: three",
                        "values: [{value: 93 %}]\n    assumed: true\n    reason: three");
        Run run = winnow(
                "watch", "-u", universe.toString(), "-r", pack.folder().toString(), "--today=2026-12-01", "-f", "json");
        assertThat(run.exit()).isEqualTo(1);
        JsonNode fell = pair(new ObjectMapper().readTree(run.out()), "thinfilm");
        assertThat(fell.at("/causes/0/0/of").asText()).isEqualTo("pack");
        assertThat(fell.at("/causes/0/0/changes/0/what").asText()).contains("yield-floor");
    }

    @Test
    void recommendationsByOtherPacksAreCountedAndNotWatched() throws IOException {
        screened();
        Run run = winnow("watch", "--today=2026-12-01");
        assertThat(run.exit()).isZero();
        assertThat(run.out().replace("\n", " "))
                .contains(
                        "No recommendation by this pack is on record.",
                        "Recommendations by other packs are not watched: battery (6). Name a pack with `-r PACK`.");
    }

    @Test
    void theLastDecisionCounts() throws IOException {
        decided();
        done("decide", "thinfilm", "alderbay", "decline", "--reason=Too dear", "-q");
        yieldIs("60 %");
        Run run = watched();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("Thinfilm");
    }

    @Test
    void conditionsOnAFactAndOnARedFlagAreMetByTheFactsOfTheDay() throws IOException {
        edit("candidates/materials.yaml", "id: thinfilm", "yieldRate: 92 %", "yieldRate: 60 %");
        screenedAnew();
        done(
                "decide",
                "thinfilm",
                "alderbay",
                "hold",
                "--reason=Yield first",
                "-q",
                "--condition=The yield is higher",
                "--about=yield-below-floor",
                "--until=2026-11-15");
        done(
                "decide",
                "clearsalt",
                "alderbay",
                "hold",
                "--reason=Ask the owner",
                "-q",
                "--condition=The need is known",
                "--about=project.fundingNeed",
                "--until=2026-11-15");
        JsonNode before = json();
        assertThat(pair(before, "thinfilm").at("/conditions/0/status").asText()).isEqualTo("OVERDUE");
        assertThat(pair(before, "thinfilm").at("/conditions/0/subject").asText())
                .isEqualTo("HOLDS");
        assertThat(pair(before, "clearsalt").at("/conditions/0/status").asText())
                .isEqualTo("OVERDUE");
        edit("candidates/materials.yaml", "id: thinfilm", "yieldRate: 60 %", "yieldRate: 92 %");
        edit("candidates/materials.yaml", "id: clearsalt", "fundingNeed: ~", "fundingNeed: 500 mn yuan");
        JsonNode after = json();
        assertThat(pair(after, "thinfilm").at("/conditions/0/status").asText()).isEqualTo("MET");
        assertThat(pair(after, "clearsalt").at("/conditions/0/status").asText()).isEqualTo("MET");
        assertThat(pair(after, "clearsalt").at("/conditions/0/value").asText()).isEqualTo("500 mn yuan");
        assertThat(watched().out())
                .contains("2 decisions wait for conditions", "2 conditions are met")
                .contains("`yield-below-floor` does not hold.", "the project’s funding need: 500 mn yuan");
    }

    @Test
    void aClientLibraryReadsTheCalendarOfConditionsThatAreNotMet() throws IOException {
        decided();
        Path file = folder.resolve("conditions.ics");
        assertThat(watched("-o", file.toString()).exit()).isZero();
        String text = Files.readString(file);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(calendar.getVersion()).isEmpty()).isTrue();
        assertThat(calendar.getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly(
                        "Condition due: The contract, of ten years; is signed – Thinfilm separator plant, in Alderbay"
                                + " (invented)",
                        "Condition due: A second user is named – Thinfilm separator plant, in Alderbay (invented)",
                        "Condition due: The land is bought – Thinfilm separator plant, in Alderbay (invented)");
        VEvent first = calendar.getEvents().get(0);
        assertThat(first.getDateStart().getValue().getRawComponents().toString(false, false))
                .isEqualTo("20261115");
        assertThat(first.getDateStart().getValue().hasTime()).isFalse();
        assertThat(first.getDescription().getValue()).startsWith("Owner: Thinfilm Ltd\nDecided by Board on ");
        assertThat(first.getUid().getValue()).matches("[0-9a-f]{32}-1@winnow");
        assertThat(watched("-f", "ics").out()).isEqualTo(text);
        ICalendar chinese =
                Biweekly.parse(watched("-f", "ics", "--lang", "zh").out()).first();
        assertThat(chinese.getEvents().get(0).getSummary().getValue()).startsWith("条件到期：");
        assertThat(chinese.getEvents().get(0).getUid()).isEqualTo(first.getUid());
        VEvent later = Biweekly.parse(winnow(
                                "watch",
                                "-u",
                                universe.toString(),
                                "-r",
                                "battery",
                                "--today",
                                "9999-12-30",
                                "-f",
                                "ics")
                        .out())
                .first()
                .getEvents()
                .get(0);
        assertThat(later.getUid()).isEqualTo(first.getUid());
        assertThat(later.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
        assertThat(later.getLastModified().getValue())
                .isAfter(first.getLastModified().getValue())
                .isEqualTo(later.getDateTimeStamp().getValue());
    }

    @Test
    void theCalendarKnowsTheLastDayOfAll() throws IOException {
        screened();
        recommended("--condition=The lease ends", "--until=9999-12-31");
        String text = watched("-f", "ics").out();
        assertThat(text).contains("\r\nDTSTART;VALUE=DATE:99991231\r\n").doesNotContain("DTEND", "10000");
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(calendar.getVersion()).isEmpty()).isTrue();
    }

    @Test
    void anAlteredRecordIsNamedAndTheOthersAreWatched() throws IOException, SQLException {
        decided();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + records());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_records_update");
            statement.execute("UPDATE winnow_records SET body = replace(body, 'needed', 'wanted') WHERE number = 2");
        }
        Run run = watched();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("record `2` in ").contains("was altered");
        assertThat(run.out()).contains("\n6 recommendations stand.\n");
    }

    @Test
    void aScreeningWithARemovedContentIsNamedAndItsRecommendationsAreWatchedWithoutCauses()
            throws IOException, SQLException {
        decided();
        String pack;
        try (RecordStore store = store()) {
            pack = store.record(1).screening().contents().pack();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + records());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_contents_delete");
            statement.execute("DELETE FROM winnow_contents WHERE digest = '" + pack + "'");
        }
        Run run = watched();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).containsOnlyOnce("was altered or removed");
        assertThat(run.out()).contains("\n6 recommendations stand.\n", "2026-12-20  2/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--today=2026-13|`2026-13` is not a date", "--within=-1|`--within` takes a number from 0"})
    void impossibleRequestsAreReported(String words) {
        String[] parts = words.split("\\|");
        Run run = winnow("watch", parts[0]);
        assertThat(run.err()).startsWith("winnow: " + parts[1]);
        assertThat(run.exit()).isEqualTo(2);
    }
}
