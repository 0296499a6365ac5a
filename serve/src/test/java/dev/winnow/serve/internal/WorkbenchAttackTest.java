package dev.winnow.serve.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.input.RecordsInput;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.SessionInput;
import dev.winnow.web.internal.workbench.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks on every operation of the real workbench: each is refused or harmless, no operation fails, the server still
 * answers, and no file changes.
 */
class WorkbenchAttackTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);

    /** Marker that every hostile text contains, so that a file written from one is recognized. */
    private static final String MARK = "attack7f3a";

    private static final List<String> HOSTILE = List.of(
            "../../../../../../etc/passwd",
            "..\\..\\" + MARK,
            "/tmp/" + MARK,
            "file:///etc/passwd",
            "cases/../../" + MARK + ".yaml",
            MARK + "\u0000.drl",
            "<img src=x onerror=alert('" + MARK + "')>",
            "\"</script><script>" + MARK + "()</script>",
            "=cmd|'/c " + MARK + "'!A0",
            "x".repeat(4000) + MARK,
            "");

    @TempDir
    private Path folder;

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private Workbench workbench;
    private LocalServer server;
    private RawHttp http;
    private Map<String, String> before;

    @BeforeEach
    void start() throws IOException {
        Path rules = folder.resolve("semiconductor");
        copy(ROOT.resolve("rules/semiconductor"), rules);
        RecordsPlace place = RecordsPlace.of(folder.resolve("records.db").toString(), name -> null);
        RecordStore.toWrite(place).close();
        workbench = workbench(rules, () -> place, false);
        server = LocalServer.start(0, Gate.newToken(), workbench, ServerLimits.DEFAULT, this::failed);
        http = new RawHttp(server.address());
        before = contents();
        assertThat(http.exchange(http.own("GET /questions"))).contains("class=\"question\"");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void failed(Operation operation, Throwable failure) {
        failures.add(operation.method() + " " + operation.path() + ": " + failure + " "
                + Arrays.stream(failure.getStackTrace()).limit(6).toList());
    }

    static Workbench workbench(Path rules, Supplier<RecordsPlace> place, boolean readOnly) {
        RulePack pack = RulePack.load(rules);
        Universe universe = Universe.read(pack.vocabulary(), ROOT.resolve("seeds/semiconductor"));
        ScreeningRequest request = ScreeningRequest.of(pack, universe);
        ScreeningResult result = request.screen(Progress.NONE);
        SessionInput given = new SessionInput(
                ENGLISH,
                null,
                readOnly,
                rules,
                true,
                other -> ScreeningRequest.of(other, universe.with(other.vocabulary())),
                pack::vocabulary,
                CandidatesPart.source(pack::vocabulary),
                Workbench.VIEWS);
        RecordsInput records = new RecordsInput(
                () -> RecordStore.toRead(place.get()),
                () -> RecordStore.toWrite(place.get()),
                by -> new RecordOrigin(Instant.EPOCH, by == null ? "user" : by, "", "17"),
                recorded -> new ScreeningOptions(
                        Language.EN, null, List.of(), List.of(), null, null, null, null, 0, "fused"));
        return new Workbench(session(given, request, result), records, List.of());
    }

    private static Session session(SessionInput given, ScreeningRequest request, ScreeningResult result) {
        try {
            return new Session(given, KeptWork.inMemory(), request, result, Insight.of(result));
        } catch (RefusedRequest e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }

    /** Returns the lengths and hashes of the files of the pack and the records. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(one);
                contents.put(folder.relativize(one).toString(), bytes.length + " " + Arrays.hashCode(bytes));
            }
        }
        return contents;
    }

    private void requireUnharmed() throws IOException {
        assertThat(contents()).isEqualTo(before);
        requireUnharmedButRecords();
    }

    /** A well-formed request of the user may append a record with any text. */
    private void requireUnharmedButRecords() throws IOException {
        Map<String, String> after = contents();
        after.keySet().removeIf(name -> name.startsWith("records.db"));
        Map<String, String> expected = new TreeMap<>(before);
        expected.keySet().removeIf(name -> name.startsWith("records.db"));
        assertThat(after).isEqualTo(expected);
        assertThat(failures).isEmpty();
        assertThat(marked()).isEmpty();
        assertThat(http.exchange(http.own("GET /api/work"))).startsWith("HTTP/1.1 200 ");
    }

    /** Returns the temporary files and folders of winnow with the mark of the attacks. */
    private static List<Path> marked() throws IOException {
        List<Path> marked = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path one : top.toList()) {
                String name = String.valueOf(one.getFileName());
                if (name.contains(MARK) || name.startsWith("winnow") && isMarked(one)) {
                    marked.add(one);
                }
            }
        }
        return marked;
    }

    private static boolean isMarked(Path file) throws IOException {
        try (Stream<Path> all = Files.walk(file)) {
            return all.filter(Files::isRegularFile).anyMatch(one -> {
                try {
                    return Files.readString(one, StandardCharsets.ISO_8859_1).contains(MARK);
                } catch (IOException e) {
                    return false; // of another process, or deleted meanwhile
                }
            });
        } catch (FileSystemException | UncheckedIOException e) {
            return false; // of another process, or deleted meanwhile
        }
    }

    private List<Operation> operations() {
        return workbench.operations().all();
    }

    private static int status(String response) {
        return response.startsWith("HTTP/1.1 ") ? Integer.parseInt(response.substring(9, 12)) : 0;
    }

    private static String line(Operation operation, String query) {
        return operation.method() + " " + operation.path() + query;
    }

    /** Returns a query with a value for each parameter. */
    private static String query(Operation operation, String value) {
        return operation.parameters().isEmpty()
                ? ""
                : operation.parameters().stream()
                        .map(one -> one.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    @Test
    void refusesAnotherHostAnotherOriginAndNoTokenForEveryOperation() throws IOException {
        String missing = http.exchange(
                RawHttp.request("GET /no-such-page", "Host: 127.0.0.1:" + http.port(), "Connection: close"));
        for (Operation one : operations()) {
            String start = line(one, "");
            assertThat(status(http.exchange(RawHttp.request(
                            start, "Host: evil.example", "Cookie: " + http.cookie(), "Connection: close"))))
                    .as(start)
                    .isEqualTo(403);
            assertThat(status(http.exchange(http.own(start, "Origin: http://evil.example", "Content-Length: 0"))))
                    .as(start)
                    .isEqualTo(403);
            String own = one.keyed() ? line(one, query(one, "1")) : start; // instead of the token it checks a key
            String refused =
                    undated(http.exchange(RawHttp.request(own, "Host: 127.0.0.1:" + http.port(), "Connection: close")));
            assertThat(refused).as(start).startsWith("HTTP/1.1 401 ");
            if (!one.keyed()) {
                assertThat(refused).as(start).isEqualTo(undated(missing));
            }
        }
        requireUnharmed();
    }

    private static String undated(String response) {
        return response.replaceAll("(?m)^Date: .*$", "");
    }

    @Test
    void refusesOtherMethodsAndUnknownParametersForEveryOperation() throws IOException {
        for (Operation one : operations()) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
                assertThat(status(http.exchange(http.own(method + " " + one.path(), "Content-Length: 0"))))
                        .as(one.path())
                        .isEqualTo(405);
            }
            assertThat(status(http.exchange(http.own(line(one, "?" + MARK + "=1"), "Content-Length: 0"))))
                    .as(one.path())
                    .isEqualTo(400);
        }
        requireUnharmed();
    }

    @Test
    void refusesPagesOfOtherSitesForEveryOperation() throws IOException {
        for (Operation one : operations()) {
            for (String site : List.of("cross-site", "same-site")) {
                String request = http.own(
                        line(one, query(one, "1")),
                        "Sec-Fetch-Site: " + site,
                        "Sec-Fetch-Mode: " + (one.post() ? "navigate" : "no-cors"),
                        "Sec-Fetch-Dest: " + (one.post() ? "document" : "image"),
                        "Content-Length: 0");
                assertThat(status(http.exchange(request))).as(one.path()).isEqualTo(403);
            }
        }
        requireUnharmed();
    }

    @Test
    void refusesBodiesThatAFormOfAnotherSiteCanSendForEveryOperation() throws IOException {
        for (Operation one : operations()) {
            for (String type : List.of("text/plain", "Multipart/Form-Data; boundary=x", "")) {
                String head = http.own(
                        line(one, query(one, "1")),
                        type.isEmpty() ? "X-No-Type: 1" : "Content-Type: " + type,
                        "Content-Length: 2");
                if (one.post()) {
                    assertThat(status(http.exchange(head + "{}")))
                            .as(one.path() + type)
                            .isEqualTo(415);
                }
            }
        }
        requireUnharmed();
    }

    @Test
    void refusesALargeUploadForEveryOperationThatReadsABody() throws IOException {
        for (Operation one : operations()) {
            if (one.post()) {
                String query = query(one, "1");
                assertThat(status(http.exchange(http.own(line(one, query), "Content-Length: 1000000000"))))
                        .as(one.path())
                        .isEqualTo(413);
            }
        }
        requireUnharmed();
    }

    @Test
    void noHostileParameterIsAPathOrFailsAnOperation() throws IOException {
        for (Operation one : operations()) {
            for (String hostile : one.parameters().isEmpty() ? List.<String>of() : HOSTILE) {
                assertHarmless(
                        one, hostile, http.exchange(http.own(line(one, query(one, hostile)), "Content-Length: 0")));
            }
        }
        requireUnharmed();
    }

    private static boolean writes(Operation operation) {
        return operation.access() == Access.WRITE;
    }

    private List<Operation> reading() {
        return operations().stream().filter(one -> !writes(one)).toList();
    }

    private List<Operation> writing() {
        return operations().stream().filter(WorkbenchAttackTest::writes).toList();
    }

    @Test
    void noOperationFollowsALinkOutOfThePack() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret7f3a");
        Files.createSymbolicLink(folder.resolve("semiconductor/cases/link.yaml"), secret);
        Files.createSymbolicLink(folder.resolve("semiconductor/link.drl"), secret);
        for (Operation one : operations()) {
            for (String name : List.of("cases/link.yaml", "link.drl", "link", "secret.txt")) {
                assertThat(http.exchange(http.own(line(one, query(one, name)), "Content-Length: 0")))
                        .as(one.path())
                        .doesNotContain("secret7f3a");
                Class<?> type = one.body();
                if (type != null) {
                    byte[] body = json(type, name).getBytes(StandardCharsets.UTF_8);
                    assertThat(http.post(one.path(), body)).as(one.path()).doesNotContain("secret7f3a");
                }
            }
        }
        assertThat(secret).hasContent("secret7f3a");
        assertThat(failures).isEmpty();
    }

    @Test
    void noRubbishInABodyFailsAnOperation() throws IOException {
        postRubbish(reading());
        requireUnharmed();
        postRubbish(writing());
        requireUnharmedButRecords();
    }

    private void postRubbish(List<Operation> operations) throws IOException {
        List<byte[]> rubbish = Stream.of(
                        "",
                        "nonsense",
                        "{",
                        "null",
                        "[]",
                        "{}",
                        "0",
                        "{\"a\":".repeat(50_000),
                        "[".repeat(100_000),
                        "- ".repeat(20_000) + MARK,
                        "&a [*a, *a]",
                        "PK\u0003\u0004" + MARK,
                        "\u0000\u00ff\u00fe",
                        "name," + MARK + "\n\"unclosed")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        for (Operation one : operations) {
            for (byte[] body : one.post() ? rubbish : List.<byte[]>of()) {
                for (String value : one.parameters().isEmpty() ? List.of("") : List.of("xlsx", "csv", "1", "yaml")) {
                    assertHarmless(one, value, http.post(one.path() + query(one, value), body));
                }
            }
        }
    }

    @Test
    void noHostileTextInABodyBecomesAPathOrCode() throws IOException {
        postHostileTexts(reading());
        requireUnharmed();
        postHostileTexts(writing());
        requireUnharmedButRecords();
    }

    private void postHostileTexts(List<Operation> operations) throws IOException {
        for (Operation one : operations) {
            Class<?> type = one.body();
            for (String hostile : type == null ? List.<String>of() : HOSTILE) {
                assertHarmless(
                        one, hostile, http.post(one.path(), json(type, hostile).getBytes(StandardCharsets.UTF_8)));
            }
            if (type != null) {
                assertPagesAreHarmless();
            }
        }
    }

    private void assertHarmless(Operation one, String hostile, String response) {
        assertThat(status(response))
                .as("%s %s %s", one.path(), hostile, failures)
                .isIn(one.keyed() ? List.of(400, 401, 403, 413) : List.of(200, 400, 403, 404, 409, 413, 422));
        assertThat(response)
                .as(one.path() + " " + hostile)
                .doesNotContain("root:x:")
                .doesNotContain("Exception", "at dev.winnow", "java.base")
                .contains("X-Content-Type-Options: nosniff");
        assertInert(one, response);
    }

    private static void assertInert(Operation one, String response) {
        if (response.contains("Content-Type: text/html")) {
            assertThat(response).as(one.path()).doesNotContain("<img src=x", "<script>" + MARK);
        }
    }

    /** The pages that show the state of the work contain no code of an attack. */
    private void assertPagesAreHarmless() throws IOException {
        for (View view : List.of(OverviewPart.VIEW, QuestionsPart.VIEW)) {
            String page = http.exchange(http.own("GET " + view.path()));
            assertThat(page).startsWith("HTTP/1.1 200 ").doesNotContain("<img src=x", "<script>" + MARK);
        }
    }

    /** Returns a JSON text for a record, in which each text is the same. */
    private static String json(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
                    ? "[" + json(last, text) + "]"
                    : "{" + quoted(text) + ": " + json(last, text) + "}";
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return Stream.of(raw.getRecordComponents())
                    .map(part -> field(part, text))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "true";
        }
        if (raw == LocalDate.class) {
            return "\"2026-01-31\"";
        }
        if (raw.isEnum()) {
            return quoted(((Enum<?>) raw.getEnumConstants()[0]).name());
        }
        return raw.isPrimitive() || Number.class.isAssignableFrom(raw) ? "1" : quoted(text);
    }

    private static String field(RecordComponent part, String text) {
        return quoted(part.getName()) + ": " + json(part.getGenericType(), text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000") + "\"";
    }

    @Test
    void aReadOnlyServerRefusesEveryOperationThatWrites() throws IOException {
        server.close();
        Workbench readOnly = workbench(
                folder.resolve("semiconductor"),
                () -> RecordsPlace.of(folder.resolve("records.db").toString(), name -> null),
                true);
        server = LocalServer.start(0, Gate.newToken(), readOnly, ServerLimits.DEFAULT, this::failed);
        http = new RawHttp(server.address());
        for (Operation one : readOnly.operations().all()) {
            if (writes(one)) {
                assertThat(status(http.post(one.path() + query(one, "x"), new byte[0])))
                        .as(one.path())
                        .isEqualTo(403);
            }
        }
        requireUnharmed();
    }

    @Test
    void answersBesideSlowBodies() throws IOException {
        List<Socket> many = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) { // one less than the bodies that are read at a time
                Socket slow = http.open();
                many.add(slow);
                RawHttp.send(slow, http.own("POST /api/answers", "Content-Length: 1000") + "{");
            }
            assertThat(http.exchange(http.own("GET /api/work"))).startsWith("HTTP/1.1 200 ");
            assertThat(status(http.post("/api/work/undo", new byte[0]))).isEqualTo(200);
        } finally {
            for (Socket one : many) {
                one.close();
            }
        }
        requireUnharmed();
    }
}
