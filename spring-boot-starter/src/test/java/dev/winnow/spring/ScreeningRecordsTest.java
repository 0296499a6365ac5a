package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.spring.RecordingException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

/** Recording and reading back in a service. */
class ScreeningRecordsTest {

    private static final String CANDIDATES = "{\"projects\": [{\"id\": \"one\", \"name\": \"One\"}]}";
    private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");

    @TempDir
    private Path folder;

    private ChipsPack pack;
    private CurrentPack current;
    private ScreeningService service;
    private String place;
    private ScreeningRecords records;
    private RecordedHistory history;
    private final RequestLimits limits = new RequestLimits(
            new WinnowProperties.Limits(DataSize.ofMegabytes(1), 1_000, 1, Duration.ZERO, Duration.ofDays(1)));

    @BeforeEach
    void open() {
        pack = ChipsPack.in(folder);
        current = new CurrentPack(new PackFolder(pack.folder()), ScreeningWatch.NONE);
        Universe known = Universe.read(current.get().pack().vocabulary(), Path.of("../seeds/chips-act"));
        service = new ScreeningService(current, known, ScreeningWatch.NONE, limits);
        place = folder.resolve("records.db").toString();
        records = new ScreeningRecords(place, current, () -> NOON);
        history = new RecordedHistory(place);
    }

    private Screened screened(Locale locale) {
        return service.screen("request.json", CANDIDATES, locale);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void aRecordedScreeningEqualsItsAnswerAndIsReplayed() throws IOException {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            Screened screened = screened(locale);
            ScreeningRecords.Receipt receipt = records.record(screened, "the portal");
            assertThat(history.results(receipt.number())).isEqualTo(screened.json());
            assertThat(text(history.record(receipt.number())))
                    .contains("\"by\": \"the portal\"", "\"at\": \"2026-01-08T12:00:00Z\"", receipt.hash());
            try (RecordStore store = RecordStore.toRead(RecordsPlace.of(place, name -> null))) {
                StoredRecord record = store.record(receipt.number());
                Replay replay = Replay.of(
                        store, record.number(), (ScreeningEntry) record.entry(), new RecordOrigin(NOON, "me", "", ""));
                assertThat(replay.differences()).isEmpty();
                assertThat(replay.identical()).isTrue();
            }
        }
        assertThat(text(history.verify())).contains("\"records\": 2", "\"whole\": true");
    }

    @Test
    void aDecisionIsRecordedBesideTheVerdict() {
        records.record(screened(Locale.ENGLISH), "the portal");
        String city = screened(Locale.ENGLISH).screening().assessments().get(0).city();
        assertThat(records.decide("one", city, Verdict.DECLINE, "Too dear", "The board")
                        .number())
                .isEqualTo(2);
        assertThat(text(history.records())).contains("\"reason\": \"Too dear\"", "\"by\": \"The board\"");
        assertThatThrownBy(() -> records.decide("two", city, Verdict.DECLINE, "Too dear", "The board"))
                .isInstanceOfSatisfying(
                        RecordingException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_THERE));
        assertThatThrownBy(() -> history.results(2))
                .isInstanceOf(RecordingException.class)
                .hasMessage("record `2` is a decision, not a screening; did you mean `1`?");
    }

    @Test
    void aConditionOfADecisionIsRecordedAndMet() {
        records.record(screened(Locale.ENGLISH), "the portal");
        String city = screened(Locale.ENGLISH).screening().assessments().get(0).city();
        ScreeningRecords.Condition signed =
                new ScreeningRecords.Condition("Contract signed", null, "The bank", LocalDate.of(2026, 12, 31));
        assertThat(records.decide("one", city, Verdict.HOLD, "Contract first", "The board", List.of(signed))
                        .number())
                .isEqualTo(2);
        assertThat(records.fulfil(2, 1, "Signed today", "The bank").number()).isEqualTo(3);
        assertThat(text(history.records()))
                .contains("\"due\": \"2026-12-31\"", "\"owner\": \"The bank\"", "\"met\": \"2026-01-08\"");
        assertThatThrownBy(() -> records.fulfil(2, 2, "Signed today", "The bank"))
                .isInstanceOfSatisfying(
                        RecordingException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_THERE));
        assertThat(text(history.verify())).contains("\"records\": 3", "\"whole\": true");
    }

    @Test
    void aScreeningIsRecordedWithItsPack() {
        Screened before = screened(Locale.ENGLISH);
        pack.edit("pack.yaml", "version: " + current.get().pack().version(), "version: 9.0.0");
        current.look();
        current.look();
        assertThat(current.get().pack().version()).isEqualTo("9.0.0");
        assertThat(history.results(records.record(before, "me").number())).isEqualTo(before.json());
    }

    @Test
    void underivableScreeningsAreNotRecorded() {
        Screened alone = service.screenAlone("request.json", CANDIDATES, Locale.ENGLISH);
        assertThatThrownBy(() -> records.record(alone, "me"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a screening without analyses cannot be recorded; use ScreeningService.screen");
        assertThat(folder.resolve("records.db")).doesNotExist();
    }

    @Test
    void aProblemDoesNotNameTheRecordsPlace() throws IOException {
        ScreeningProblems problems = new ScreeningProblems(ServerPaths.of(current, null), limits);
        Files.writeString(Path.of(place), "no database");
        ResponseEntity<ProblemDetail> answer = problems.unrecorded(failure(() -> history.records()), Locale.CHINESE);
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).contains("原因见服务日志").doesNotContain(folder.toString());
        Files.delete(Path.of(place));
        answer = problems.unrecorded(failure(() -> history.record(1)), Locale.ENGLISH);
        assertThat(String.valueOf(answer.getBody())).doesNotContain(folder.toString());
    }

    private static RecordingException failure(Runnable work) {
        try {
            work.run();
        } catch (RecordingException e) {
            return e;
        }
        throw new AssertionError("nothing failed");
    }

    @Test
    void recordsNeedAPlaceAndTheModule() {
        ApplicationContextRunner chips = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(WinnowAutoConfiguration.class))
                .withPropertyValues("winnow.pack=" + ChipsPack.PACK, "winnow.universe=" + ChipsPack.UNIVERSE);
        chips.run(context ->
                assertThat(context).doesNotHaveBean(ScreeningRecords.class).doesNotHaveBean(RecordedHistory.class));
        chips = chips.withPropertyValues("winnow.records.place=" + place);
        chips.run(context -> {
            ScreeningService own = context.getBean(ScreeningService.class);
            Screened screened = own.screen("request.json", CANDIDATES, Locale.ENGLISH);
            long number = context.getBean(ScreeningRecords.class)
                    .record(screened, "me")
                    .number();
            assertThat(context.getBean(RecordedHistory.class).results(number)).isEqualTo(screened.json());
        });
        chips.withPropertyValues("winnow.records.read-only=true").run(context -> {
            assertThat(context).doesNotHaveBean(ScreeningRecords.class);
            assertThat(text(context.getBean(RecordedHistory.class).records())).contains("\"number\": 1");
        });
        chips.withClassLoader(new FilteredClassLoader("dev.winnow.records"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RecordedHistory.class));
    }
}
