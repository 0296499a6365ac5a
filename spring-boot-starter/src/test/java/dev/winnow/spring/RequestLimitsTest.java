package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.spring.RequestRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

/** Limits of requests in size, number and time, with a clock that the test controls. */
class RequestLimitsTest {

    private static final RulePack PACK = RulePack.load(ChipsPack.SHIPPED);
    private static final Universe KNOWN = Universe.read(PACK.vocabulary(), Path.of("../seeds/chips-act"));

    private final AtomicLong now = new AtomicLong();
    /** Number of times that the clock was read. */
    private final AtomicLong looks = new AtomicLong();
    /** Time in nanoseconds by which the clock advances at each reading. */
    private long step;
    /** The reading of the clock that interrupts the thread; 0 for none. */
    private long interruptAt;

    private RequestLimits limits(int pairs, int concurrent) {
        return new RequestLimits(
                new WinnowProperties.Limits(
                        DataSize.ofKilobytes(64), pairs, concurrent, Duration.ZERO, Duration.ofSeconds(30)),
                this::nanos);
    }

    private long nanos() {
        if (looks.incrementAndGet() == interruptAt) {
            Thread.currentThread().interrupt();
        }
        return now.addAndGet(step);
    }

    private static CurrentPack pack() {
        return new CurrentPack(new PackFolder(ChipsPack.SHIPPED), ScreeningWatch.NONE);
    }

    private static ScreeningService service(RequestLimits limits) {
        return new ScreeningService(pack(), KNOWN, ScreeningWatch.NONE, limits);
    }

    /** Returns a document that is a universe of its own. */
    private static String document(int projects, int cities) {
        return "{\"universe\": {\"name\": \"many\", \"asOf\": \"2026-01-08\", \"currency\": \"USD\"}, \"cities\": ["
                + entries("c", cities) + "], \"projects\": [" + entries("p", projects) + "]}";
    }

    private static String candidates(int number) {
        return "{\"projects\": [" + entries("p", number) + "]}";
    }

    private static String entries(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "{\"id\": \"%1$s%2$d\", \"name\": \"%1$s %2$d\"}".formatted(prefix, i))
                .collect(Collectors.joining(", "));
    }

    private static Screened screen(ScreeningService service, String document) {
        return service.screen("request.json", document, Locale.ENGLISH);
    }

    @Test
    void tooManyPairsAreRefusedBeforeReadingEntries() {
        ScreeningService service = service(limits(12, 1));
        assertThat(screen(service, document(4, 3)).screening().assessments()).hasSize(12);
        assertThatThrownBy(() -> screen(service, document(400, 300)))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage(
                        "the request has 120,000 pairs of a project and a city, and at most 12 are screened at once;"
                                + " send fewer projects or cities at once");
        assertThatThrownBy(() -> screen(service, "{\"cities\": [{}, {}], \"projects\": [" + "{},".repeat(9) + "{}]}"))
                .as("it is not read, so that its mistakes are not looked for")
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void candidatesAreCountedForTheServicesCities() {
        int cities = KNOWN.cityIds().size();
        ScreeningService service = service(limits(3 * cities, 1));
        assertThat(screen(service, candidates(3)).screening().assessments()).hasSize(3 * cities);
        assertThatThrownBy(() -> screen(service, candidates(4))).isInstanceOf(RequestRefusedException.class);
        assertThat(service.screenAlone("request.json", candidates(3), Locale.ENGLISH)
                        .screening()
                        .assessments())
                .hasSize(3 * cities);
        assertThatThrownBy(() -> service.screenAlone("request.json", candidates(4), Locale.ENGLISH))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void theApplicationsUniverseHasNoLimit() {
        assertThat(service(limits(1, 1))
                        .screen(KNOWN, Locale.ENGLISH)
                        .screening()
                        .assessments())
                .hasSizeGreaterThan(1);
    }

    @Test
    void aTooLongDocumentIsRefused() {
        ScreeningService service = service(limits(12, 1));
        String blank = " ".repeat(64 * 1024);
        for (String document : new String[] {blank + "{}", candidates(3) + blank}) {
            assertThatThrownBy(() -> screen(service, document))
                    .hasMessage("the request is larger than 64 KB; send fewer projects or cities at once");
            assertThatThrownBy(() -> service.read("request.json", stream(document)))
                    .hasMessage("the request is larger than 64 KB; send fewer projects or cities at once");
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyMustBeUtf8() throws IOException {
        ScreeningService service = service(limits(12, 1));
        assertThat(service.read("request.json", stream("{\"名\": 1}"))).isEqualTo("{\"名\": 1}");
        byte[] latin = "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> service.read("request.json", new ByteArrayInputStream(latin)))
                .isInstanceOf(UniverseException.class)
                .hasMessageContaining("request.json:1:11: the byte E9 is not UTF-8");
    }

    @Test
    void aSlowBodyIsRefused() {
        step = Duration.ofSeconds(1).toNanos();
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                bytes[from] = ' ';
                return 1;
            }
        };
        assertThatThrownBy(() -> service(limits(12, 1)).read("request.json", trickle))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW))
                .hasMessage("the request did not arrive within 30 seconds");
    }

    @Test
    void aLongScreeningIsStopped() {
        ScreeningService service = service(limits(1_000, 1));
        step = Duration.ofSeconds(1).toNanos();
        assertThat(screen(service, document(1, 9)).screening().assessments()).hasSize(9);
        assertThatThrownBy(() -> screen(service, document(1, 99)))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_TIME))
                .hasMessage(
                        "the screening was stopped after 30 seconds; send fewer projects at once, or try again later");
        step = Duration.ofSeconds(31).toNanos();
        assertThatThrownBy(() -> service.screenAlone("request.json", candidates(1), Locale.ENGLISH))
                .isInstanceOf(RequestRefusedException.class);
        step = 0;
        assertThat(screen(service, candidates(1)).screening().assessments())
                .as("its turn ended with it")
                .isNotEmpty();
    }

    @Test
    void readingCountsTowardsTheTimeLimit() {
        ScreeningService service = service(limits(1_000, 1));
        String broken = "{\"projects\": [{}]}";
        step = Duration.ofSeconds(1).toNanos();
        assertThatThrownBy(() -> screen(service, broken)).isInstanceOf(UniverseException.class);
        step = Duration.ofSeconds(31).toNanos();
        assertThat(refusal(() -> screen(service, broken)).reason())
                .as("late after its pairs are counted")
                .isEqualTo(Reason.OUT_OF_TIME);
        assertThat(refusal(() -> service.screenAlone("request.json", broken, Locale.ENGLISH))
                        .reason())
                .isEqualTo(Reason.OUT_OF_TIME);
        step = Duration.ofSeconds(20).toNanos();
        assertThat(refusal(() -> screen(service, broken)).reason())
                .as("late after its entries are read")
                .isEqualTo(Reason.OUT_OF_TIME);
    }

    @Test
    void samplingCountsTowardsTheTimeLimit() throws IOException {
        RequestLimits limits = limits(1_000, 1);
        Screened screened = screen(service(limits), document(1, 40));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = looks.get();
        step = Duration.ofSeconds(1).toNanos();
        assertThat(refusal(() -> write(limits, screened, out)).reason()).isEqualTo(Reason.OUT_OF_TIME);
        assertThat(looks).as("the beginning, and one ranking per second").hasValue(before + 1 + 31);
        assertThat(out.size()).isZero();
    }

    private static void write(RequestLimits limits, Screened screened, OutputStream out) {
        try {
            new ScreenedConverter(limits).writeInternal(screened, new Message(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anInterruptedScreeningIsCancelledBetweenPairs() {
        ScreeningService service = service(limits(1_000, 1));
        screen(service, document(1, 99));
        long whole = looks.get();
        interruptAt = whole + 5;
        assertThat(refusal(() -> screen(service, document(1, 99))).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        assertThat(looks.get()).isEqualTo(interruptAt).isLessThan(2 * whole);
        interruptAt = 0;
        assertThat(screen(service, candidates(1)).screening().assessments())
                .as("its turn ended with it")
                .isNotEmpty();
    }

    @Test
    void anInterruptedRequestDoesNotWaitForATurn() {
        RequestLimits limits = limits(1_000, 1);
        ScreeningService service = service(limits);
        Thread.currentThread().interrupt();
        RequestRefusedException refused = refusal(() -> screen(service, candidates(1)));
        assertThat(Thread.interrupted()).isTrue();
        ResponseEntity<ProblemDetail> answer = problems(limits, KNOWN).refused(refused, Locale.ENGLISH);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(body(answer).getDetail()).isEqualTo("the screening was cancelled before it was complete");
    }

    /** An output that blocks when it is written to. */
    private static final class Waiting extends OutputStream {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            received.write(bytes, from, length);
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aRequestIsRefusedWhileAllTurnsAreTaken() throws Exception {
        RequestLimits limits = limits(1_000, 1);
        ScreeningService service = service(limits);
        limits.inTurn(deadline -> {
            assertThatThrownBy(() -> screen(service, candidates(1)))
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY))
                    .hasMessage("the service is busy with other requests; try again in 30 seconds");
            return deadline;
        });
        assertThat(screen(service, candidates(1)).screening().assessments()).isNotEmpty();
    }

    @Test
    void aSlowReaderKeepsNobodyWaiting() throws Exception {
        RequestLimits limits = limits(1_000, 1);
        ScreeningService service = service(limits);
        for (int cities : new int[] {2, 200}) {
            Screened screened = screen(service, document(1, cities));
            Waiting waiting = new Waiting();
            Thread slow = new Thread(() -> write(limits, screened, waiting));
            slow.start();
            waiting.begun.await();
            assertThat(screen(service, candidates(1)).screening().assessments())
                    .as("the only turn is free")
                    .isNotEmpty();
            waiting.end.countDown();
            slow.join();
            assertThat(waiting.received.toByteArray()).isEqualTo(screened.json());
        }
        assertThat(refusal(() -> nested(limits)).reason())
                .as("there is still one turn")
                .isEqualTo(Reason.BUSY);
    }

    /** Takes a turn within a turn. */
    private static void nested(RequestLimits limits) {
        try {
            limits.inTurn(outer -> limits.inTurn(inner -> inner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAnswerIsCutIfNoTurnBecomesFreeInTime() throws IOException {
        RequestLimits limits = limits(1_000, 1);
        Screened screened = screen(service(limits), document(1, 200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream late = new OutputStream() {
            @Override
            public void write(int one) {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                out.write(bytes, from, length);
                now.addAndGet(Duration.ofSeconds(31).toNanos());
            }
        };
        assertThatThrownBy(() -> new ScreenedConverter(limits).writeInternal(screened, new Message(late)))
                .isInstanceOf(CutAnswerException.class)
                .hasRootCauseMessage(
                        "the screening was stopped after 30 seconds; send fewer projects at once, or try again later");
        assertThat(out.size()).isGreaterThan(ScreenedConverter.HELD_BACK);
        assertThat(refusal(() -> nested(limits)).reason())
                .as("there is one turn, and it is free")
                .isEqualTo(Reason.BUSY);
    }

    @Test
    void aBodyIsReadWithoutATurn() throws IOException {
        RequestLimits limits = limits(1_000, 1);
        ScreeningService service = service(limits);
        assertThat(limits.<String>inTurn(deadline -> service.read("request.json", stream("{}"))))
                .isEqualTo("{}");
    }

    /** A message with a given body. */
    private record Message(OutputStream getBody, HttpHeaders getHeaders) implements HttpOutputMessage {

        Message(OutputStream body) {
            this(body, new HttpHeaders());
        }

        @Override
        public OutputStream getBody() {
            return getBody;
        }

        @Override
        public HttpHeaders getHeaders() {
            return getHeaders;
        }
    }

    @Test
    void shortAnswersAreBufferedAndLongOnesStreamed() throws IOException {
        RequestLimits limits = limits(1_000, 1);
        for (int cities : new int[] {2, 200}) {
            Screened screened = screen(service(limits), document(1, cities));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Message message = new Message(out);
            new ScreenedConverter(limits).writeInternal(screened, message);
            assertThat(out.toByteArray()).isEqualTo(screened.json());
            boolean isLong = out.size() > ScreenedConverter.HELD_BACK;
            assertThat(isLong).isEqualTo(cities > 2);
            assertThat(message.getHeaders().getContentLength()).isEqualTo(isLong ? -1 : out.size());
        }
    }

    @Test
    void writingStopsWhenTheClientIsGone() {
        RequestLimits limits = limits(1_000, 1);
        AtomicLong explained = new AtomicLong();
        Screened screened = screen(service(limits), document(1, 500));
        IOException gone = new IOException("Broken pipe");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw gone;
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                explained.addAndGet(length);
                throw gone;
            }
        };
        assertThatThrownBy(() -> new ScreenedConverter(limits).writeInternal(screened, new Message(closed)))
                .isSameAs(gone);
        assertThat(explained).hasValueLessThan(2L * ScreenedConverter.HELD_BACK);
        assertThat(refusal(() -> nested(limits)).reason())
                .as("there is still one turn")
                .isEqualTo(Reason.BUSY);
        assertThat(screened.json()).hasSizeGreaterThan(4 * ScreenedConverter.HELD_BACK);
    }

    @Test
    void aSlowAnswerBecomesAProblemOrIsCut() {
        RequestLimits limits = limits(1_000, 1);
        Screened screened = screen(service(limits), document(1, 200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        step = Duration.ofSeconds(31).toNanos();
        assertThatThrownBy(() -> new ScreenedConverter(limits).writeInternal(screened, new Message(out)))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(out.size()).as("nothing was sent").isZero();
        step = Duration.ofMillis(60).toNanos();
        assertThatThrownBy(() -> new ScreenedConverter(limits).writeInternal(screened, new Message(out)))
                .isInstanceOf(CutAnswerException.class);
        assertThat(out.size()).isGreaterThan(ScreenedConverter.HELD_BACK);
    }

    @Test
    void problemsHaveARetryTime() {
        RequestLimits limits = limits(12, 1);
        ScreeningProblems problems = problems(limits, KNOWN);
        step = Duration.ofSeconds(31).toNanos();
        ResponseEntity<ProblemDetail> late =
                problems.refused(refusal(() -> screen(service(limits), candidates(1))), Locale.CHINESE);
        assertThat(late.getStatusCode().value()).isEqualTo(503);
        assertThat(late.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(body(late).getTitle()).isEqualTo("筛选耗时过长");
        assertThat(body(late).getDetail()).isEqualTo("筛选超过30秒，已停止；请减少一次发送的项目，或稍后再试");
        ResponseEntity<ProblemDetail> large =
                problems.refused(refusal(() -> screen(service(limits), document(9, 9))), Locale.ENGLISH);
        assertThat(large.getStatusCode().value()).isEqualTo(413);
        assertThat(large.getHeaders().getFirst("Retry-After")).isNull();
        assertThat(String.valueOf(body(large).getType())).isEqualTo("urn:winnow:problem:too-large");
    }

    private static ScreeningProblems problems(RequestLimits limits, Universe known) {
        return new ScreeningProblems(ServerPaths.of(pack(), known), limits);
    }

    private static ProblemDetail body(ResponseEntity<ProblemDetail> answer) {
        ProblemDetail body = answer.getBody();
        assertThat(body).isNotNull();
        return body;
    }

    private static RequestRefusedException refusal(Runnable work) {
        try {
            work.run();
        } catch (RequestRefusedException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void answersHideServerPathsAndLimitTheNumberOfProblems(@TempDir Path folder) {
        RequestLimits limits = limits(1_000_000, 1);
        ChipsPack pack = ChipsPack.in(folder);
        CurrentPack current = new CurrentPack(new PackFolder(pack.folder()), ScreeningWatch.NONE);
        Universe known =
                Universe.read(PACK.vocabulary(), Path.of("../seeds/chips-act").toAbsolutePath());
        ScreeningService service = new ScreeningService(current, known, ScreeningWatch.NONE, limits);
        ScreeningProblems problems = new ScreeningProblems(ServerPaths.of(current, known), limits);
        String twice =
                "{\"projects\": [{\"id\": \"" + known.projectIds().iterator().next() + "\", \"name\": \"N\"}]}";
        ProblemDetail taken = problems.invalid(mistakes(() -> screen(service, twice)), Locale.ENGLISH);
        assertThat(taken.getDetail())
                .matches("request.json:1:22: the project `.*` is given already at [\\w.-]+:\\d+:\\d+");
        assertThat(String.valueOf(taken.getProperties())).doesNotContain("/");
        ProblemDetail many = problems.invalid(
                mistakes(() -> screen(service, "{\"projects\": [" + "{},".repeat(300) + "{}]}")), Locale.ENGLISH);
        assertThat(many.getDetail()).startsWith("301 problems; the first: request.json:1:");
        assertThat(many.getProperties())
                .extractingByKey("problems", InstanceOfAssertFactories.LIST)
                .hasSize(ScreeningProblems.MAX_PROBLEMS);
        pack.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        current.look();
        current.look();
        assertThat(String.valueOf(new PackHealth(current, known).health().getDetails()))
                .contains("place=chips-act", "chips-act/broader-impacts.drl:")
                .doesNotContain(folder.toString());
    }

    private static UniverseException mistakes(Runnable work) {
        try {
            work.run();
        } catch (UniverseException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }
}
