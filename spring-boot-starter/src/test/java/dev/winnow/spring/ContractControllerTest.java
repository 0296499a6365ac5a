package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.json.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The operations that the starter offers with {@code winnow.web.enabled}, on a random port. */
class ContractControllerTest {

    /** Output of the command line, which its own tests check. */
    private static final Path PRINTED = Path.of("../cli/src/test/resources/golden/shipped");

    private static final String CANDIDATE = """
            {"projects": [{"id": "lodestone", "name": "Lodestone", "track": "integrated-circuits"}]}
            """;

    private static ConfigurableApplicationContext application;

    private final HttpClient client = HttpClient.newHttpClient();

    /** An application without a controller of its own. */
    @EnableAutoConfiguration
    static final class Application {}

    private static ConfigurableApplicationContext run(String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--winnow.pack=../rules/semiconductor",
                "--winnow.limits.waiting=10m", // a busy machine must not refuse requests of the test
                "--winnow.reload.enabled=false"));
        all.addAll(List.of(properties));
        return SpringApplication.run(Application.class, all.toArray(String[]::new));
    }

    @BeforeAll
    static void start() {
        application = run(
                "--winnow.universe=../seeds/semiconductor", "--winnow.web.enabled=true", "--winnow.limits.time=10m");
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext application, String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(application, path));
    }

    private static HttpRequest.Builder post(String body) {
        return request(application, "/winnow/api/screening")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String undigested(String text) {
        return text.replaceAll("\\b[0-9a-f]{64}\\b", "(digest)");
    }

    @Test
    void anExplanationIsWhatTheCommandPrints() throws IOException, InterruptedException {
        HttpResponse<String> response = get("/winnow/api/explanation?project=sien&city=qingdao");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(undigested(response.body()))
                .isEqualTo(Files.readString(PRINTED.resolve("explain-sien-qingdao.json")));
    }

    @Test
    void theScreeningHasTheBytesOfTheContract() throws IOException, InterruptedException {
        Universe universe = application.getBean(Universe.class);
        byte[] expected = application
                .getBean(ScreeningService.class)
                .screen(universe, Locale.ENGLISH)
                .json();
        assertThat(get("/winnow/api/screening").body()).isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }

    @Test
    void theRulesAreWhatTheCommandPrints() throws IOException, InterruptedException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Contracts.write(RulePack.load(Path.of("../rules/semiconductor")), Contracts.LATEST_LIMITS, expected);
        assertThat(get("/winnow/api/rules").body()).isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }

    @Test
    void candidatesAreScreenedAmongTheKnownProjects() throws IOException, InterruptedException {
        String expected = new String(
                application
                        .getBean(ScreeningService.class)
                        .screen("request.json", CANDIDATE, Locale.CHINESE)
                        .json(),
                StandardCharsets.UTF_8);
        HttpResponse<String> response = send(post(CANDIDATE).header("Accept-Language", "zh"));
        assertThat(response.body()).isEqualTo(expected).contains("lodestone");
    }

    @Test
    void candidatesMayBeYaml() throws IOException, InterruptedException {
        String yaml = Files.readString(Path.of("../docs/examples/lodestone.yaml"));
        HttpResponse<String> response = send(request(application, "/winnow/api/screening")
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml)));
        assertThat(response.body()).contains("\"project\": \"lodestone\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gaps?city=qingdao | zh | 200 | \"schema\": 1",
                "gaps?city=qindao | en | 404 | unknown city `qindao`; did you mean `qingdao`?",
                "gaps?city=qindao | zh | 404 | 没有城市 `qindao`",
                "gaps | en | 400 | missing parameter `city`",
                "gaps?city=qingdao&city=jinan | en | 400 | parameter `city` was given several times",
                "nothing | en | 404 | there is no such page",
            })
    void answersInTheLanguageOfTheRequest(String path, String language, int status, String part)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(request(application, "/winnow/api/" + path).header("Accept-Language", language));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(part);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue(status == 200 ? "application/json" : "application/problem+json");
    }

    @Test
    void candidatesWithProblemsAreRefusedWithAllOfThem() throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(post("{\"projects\": [{\"id\": \"a\", \"name\": \"A\", \"trak\": \"x\"}]}"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("urn:winnow:problem:universe", "did you mean `track`?");
    }

    @Test
    void theDescriptionNamesTheOperationsAtTheirAddress() throws IOException, InterruptedException {
        JsonNode document =
                new ObjectMapper().readTree(get("/winnow/openapi.json").body());
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/winnow");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/api/explanation", "/api/gaps", "/api/rules", "/api/screening");
        assertThat(document.at("/components/securitySchemes").isMissingNode()).isTrue();
    }

    @Test
    void anAnswerThatTakesTooLongIsAProblem() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext hasty = run(
                "--winnow.universe=../seeds/semiconductor", "--winnow.web.enabled=true", "--winnow.limits.time=1ms")) {
            HttpResponse<String> response = send(request(hasty, "/winnow/api/screening"));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("urn:winnow:problem:out-of-time");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void withoutThePropertyNothingIsOffered() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext plain = run()) {
            assertThat(plain.getBeansOfType(ContractController.class)).isEmpty();
            assertThat(send(request(plain, "/winnow/openapi.json")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anotherPathMovesThemAndAServiceWithoutUniverseSaysSo() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext other =
                run("--winnow.web.enabled=true", "--winnow.web.path=/v1/screener")) {
            assertThat(send(request(other, "/v1/screener/openapi.json")).body()).contains("\"url\": \"/v1/screener\"");
            assertThat(send(request(other, "/winnow/openapi.json")).statusCode())
                    .isEqualTo(404);
            HttpResponse<String> response = send(request(other, "/v1/screener/api/screening"));
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("the service has no universe");
        }
    }
}
