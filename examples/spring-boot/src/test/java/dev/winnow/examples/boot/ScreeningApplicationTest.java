package dev.winnow.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.spring.CurrentPack;
import dev.winnow.spring.ScreeningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service, on a random port. */
class ScreeningApplicationTest {

    @TempDir
    private static Path parent;

    private static Path pack;
    private static ConfigurableApplicationContext application;
    private static URI service;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Path shipped = Path.of("../../rules/semiconductor");
        pack = parent.resolve("semiconductor");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(shipped.relativize(file).toString()));
            }
        }
        application = SpringApplication.run(
                ScreeningApplication.class,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.dev.winnow=off",
                "--winnow.pack=" + pack,
                "--winnow.limits.waiting=10m", // a busy machine must not refuse concurrent requests of the test
                "--winnow.limits.time=10m",
                "--winnow.reload.interval=20ms");
        service =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private HttpResponse<String> post(String type, String language, String body)
            throws IOException, InterruptedException {
        return post("/screen?sure=false", type, language, body);
    }

    private HttpResponse<String> post(String path, String type, String language, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Content-Type", type)
                        .header("Accept-Language", language)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void candidatesAreScreenedForTheServicesCities() throws Exception {
        String candidate = Files.readString(Path.of("../../docs/examples/lodestone.yaml"));
        HttpResponse<String> answer = post("application/yaml", "en", candidate);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith("{\n  \"schema\": 1,\n  \"pack\": {\n    \"name\": \"semiconductor\",")
                .contains("\"project\": \"lodestone\",\n      \"city\": \"qingdao\",")
                .doesNotContain("\"project\": \"sien\"");
    }

    @Test
    void theStarterExplainsKnownProjects() throws Exception {
        assertThat(get("/winnow/api/explanation?project=sien&city=qingdao"))
                .contains("\"project\": \"sien\",\n      \"city\": \"qingdao\",");
        assertThat(get("/winnow/openapi.json")).contains("\"openapi\": \"3.1.1\"");
    }

    @Test
    void aCompleteUniverseIsScreenedAlone() throws Exception {
        HttpResponse<String> answer = post("application/json", "en", """
            {"universe": {"name": "two", "asOf": "2026-01-08"},
             "cities": [{"id": "here", "name": "Here"}],
             "projects": [{"id": "one", "name": "One", "track": "integrated-circuits"}]}\
            """);
        assertThat(answer.body()).contains("\"project\": \"one\",\n      \"city\": \"here\",\n");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void reasonsAreInTheRequestsLanguage() throws Exception {
        String candidate = Files.readString(Path.of("../../docs/examples/lodestone.yaml"));
        assertThat(post("application/yaml", "zh-CN", candidate).body()).contains("\"title\": \"本地终端市场");
    }

    @Test
    void anInvalidUniverseIsAnsweredWithAllProblems() throws Exception {
        String request = """
            {"projects": [{"id": "one", "name": "One", "trak": "integrated-circuits",
              "investment": "many yuan"}]}\
            """;
        HttpResponse<String> answer = post("application/json", "en", request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"type\":\"urn:winnow:problem:universe\"",
                        "\"title\":\"The request cannot be read as projects and cities\"",
                        "\"status\":400",
                        "\"detail\":\"2 problems; the first: request.json:1:45: a project has no `trak`",
                        "\"file\":\"request.json\",\"line\":1,\"column\":45,",
                        "did you mean `track`?",
                        "many yuan");
        assertThat(post("application/json", "zh-CN", request).body())
                .contains("\"detail\":\"有2处错误，其一：request.json:1:45");
    }

    @Test
    void anUnparsableDocumentIsAnsweredWithAProblem() throws Exception {
        assertThat(post("application/json", "en", "{\"projects\": [").body()).contains("urn:winnow:problem:universe");
        assertThat(post("application/json", "en", "").statusCode()).isEqualTo(400);
        assertThat(post("application/json", "en", "{}").body()).contains("the document has no project to screen");
        assertThat(post("text/plain", "en", "x").statusCode()).isEqualTo(415);
        assertThat(post("application/json", "en", " ".repeat(5_000_000)).statusCode())
                .isEqualTo(413);
    }

    /** Invalid requests get a problem that names no file of the server, and the service keeps answering. */
    @Test
    void hostileRequestsAreAnsweredWithProblems() throws Exception {
        String project = "{\"projects\": [{\"id\": \"one\", \"name\": \"One\", %s}]}";
        Map<String, Integer> hostile = new LinkedHashMap<>();
        hostile.put("[1, 2]", 400);
        hostile.put("null", 400);
        hostile.put("1e999999999", 400);
        hostile.put(project.formatted("\"linkedFirms\": 1e999999999"), 400);
        hostile.put(project.formatted("\"linkedFirms\": " + "9".repeat(500_000)), 400);
        hostile.put(project.formatted("\"linkedFirms\": {\"value\": [true]}"), 400);
        hostile.put(project.formatted("\"nonsense\": 1"), 400);
        hostile.put(project.formatted("\"owner\": \"a\\ud800\""), 400);
        hostile.put(project.formatted("\"owner\": \"a\u200bb\""), 400);
        hostile.put(project.formatted("\"id\": \"two\""), 400);
        hostile.put("{\"projects\": " + "[".repeat(200_000), 400);
        hostile.put("{\"projects\": [" + "{},".repeat(300_000) + "{}]}", 413);
        hostile.put("{\"projects\": [" + "1,".repeat(400_000) + "1]}", 413);
        hostile.put("{\"cities\": [{\"id\": \"c\", \"demands\": [" + "{},".repeat(50_000) + "{}]}]}", 400);
        hostile.put(" ".repeat(2_000_000), 413);
        hostile.put("{\"projects\": [{\"id\": \"sien\", \"name\": \"SiEn\"}]}", 400);
        for (Map.Entry<String, Integer> one : hostile.entrySet()) {
            String sent = one.getKey().substring(0, Math.min(80, one.getKey().length()));
            for (String path : List.of("/screen", "/screen?sure=false")) {
                HttpResponse<String> answer = post(path, "application/json", "en", one.getKey());
                assertThat(answer.statusCode()).as(sent).isEqualTo(one.getValue());
                assertThat(answer.headers().firstValue("Content-Type")).as(sent).hasValue("application/problem+json");
                assertThat(answer.body())
                        .as(sent)
                        .contains("\"detail\":", "\"type\":\"urn:winnow:problem:")
                        .doesNotContain(parent.toString(), "/seeds/", "java", "Exception")
                        .hasSizeLessThan(100_000);
            }
        }
        candidatesAreScreenedForTheServicesCities();
    }

    @Test
    void robustnessCanBeOmitted() throws Exception {
        String candidate = Files.readString(Path.of("../../docs/examples/lodestone.yaml"));
        HttpResponse<String> answer = post("application/yaml", "en", candidate);
        assertThat(answer.body()).contains("\"sure\": null", "\"rankings\": []");
        String whole = post("/screen", "application/yaml", "en", candidate).body();
        assertThat(answer.body())
                .as("all else is the same, ranks among the known projects, too")
                .isEqualTo(whole.replaceAll("\"sure\": \\{(?s:.*?)\n      \\},\n", "\"sure\": null,\n")
                        .replaceAll("(?s)\"rankings\": \\[.*\n  \\]\n\\}\n$", "\"rankings\": []\n}\n"));
    }

    @Test
    void anotherCurrencyIsAnsweredWithAProblem() throws Exception {
        HttpResponse<String> answer = post("application/json", "en", """
            {"universe": {"name": "two", "asOf": "2026-01-08", "currency": "USD"},
             "cities": [{"id": "here", "name": "Here"}],
             "projects": [{"id": "one", "name": "One", "track": "integrated-circuits"}]}\
            """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("urn:winnow:problem:screening", "the pack's currency is yuan, but the universe `two` uses");
    }

    @Test
    void answersEqualThoseOfTheService() throws Exception {
        String candidate = Files.readString(Path.of("../../docs/examples/lodestone.yaml"));
        byte[] made = application
                .getBean(ScreeningService.class)
                .screen("request.yaml", candidate, Locale.ENGLISH)
                .json();
        assertThat(post("/screen", "application/yaml", "en", candidate).body())
                .isEqualTo(new String(made, StandardCharsets.UTF_8));
    }

    @Test
    void healthAndMetricsNameThePack() throws Exception {
        RulePack now = application.getBean(CurrentPack.class).get().pack();
        post("application/json", "en", "{}");
        assertThat(get("/actuator/health"))
                .contains("\"winnow\":{", now.name())
                .doesNotContain(parent.toString(), System.getProperty("user.dir", ""));
        assertThat(get("/actuator/metrics/winnow.screening")).contains("\"COUNT\"", "refused");
        assertThat(application.getBean(Universe.class).projectIds()).contains("sien");
    }

    /** The script sends 10,000 requests to a separate process; here a few suffice to detect a mixed answer. */
    @Test
    void eachAnswerUsesOneEditionWhileThePackIsEdited() throws Exception {
        String packYaml = Files.readString(pack.resolve("pack.yaml"));
        EditsUnderLoad load = new EditsUnderLoad(service, pack, Duration.ofMillis(20));
        load.learn();
        EditsUnderLoad.Outcome outcome = load.run(Integer.getInteger("winnow.requests", 200), 8, 6);
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.statuses()).containsOnlyKeys(200);
        assertThat(outcome.byDigest()).hasSizeGreaterThan(1);
        Files.writeString(pack.resolve("pack.yaml"), packYaml);
    }
}
