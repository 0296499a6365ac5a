package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of the JSON contract answer byte for byte what the commands print. */
class ContractOperationsTest {

    private static final String CANDIDATE = """
            {"projects": [{"id": "lodestone", "name": "Lodestone", "track": "integrated-circuits"}]}
            """;

    private static final Map<String, ServedApi> SERVED = new HashMap<>();

    @TempDir
    private Path folder;

    private static ServedApi served(String language) throws IOException {
        ServedApi known = SERVED.get(language);
        if (known == null) {
            known = new ServedApi("--lang", language, "serve", "--no-browser");
            SERVED.put(language, known);
        }
        return known;
    }

    @AfterAll
    static void close() {
        SERVED.values().forEach(ServedApi::close);
    }

    private static String printed(String language, String command) {
        List<String> words = new ArrayList<>(List.of("--lang", language));
        words.addAll(List.of(command.split(" ")));
        words.addAll(List.of("-q", "-f", "json"));
        return Run.winnow(words.toArray(String[]::new)).out();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screening | screen",
                "screening?city=qingdao&top=3 | screen --city qingdao --top 3",
                "screening?project=sien,wuyuan&city=Qingdao | screen --project sien --project wuyuan --city qingdao",
                "screening?fields=project,verdict,questions | screen --fields project,verdict,questions",
                "explanation?project=sien&city=qingdao | explain sien qingdao",
                "explanation?project=sien&city=qingdao&fields=ways | explain sien qingdao --fields ways",
                "gaps?city=qingdao | gaps qingdao",
                "rules | rules list",
                "rules?as-of=2020-01-01 | rules list --as-of 2020-01-01"
            })
    void answersAsTheCommandPrints(String path, String command) throws IOException, InterruptedException {
        Run.assumeBuilt(command);
        for (String language : List.of("en", "zh")) {
            HttpResponse<String> response = served(language).get("api/" + path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(response.body()).isEqualTo(printed(language, command));
        }
    }

    @Test
    void candidatesOfARequestAreScreenedAsThoseOfAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("request.json"), CANDIDATE);
        HttpResponse<String> response = served("en").post("api/screening", CANDIDATE);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(printed("en", "screen --project " + file));
    }

    @Test
    void candidatesMayBeYaml() throws IOException, InterruptedException {
        String yaml = Files.readString(Run.HOME.resolve("docs/examples/lodestone.yaml"));
        Path file = Files.writeString(folder.resolve("request.yaml"), yaml);
        HttpResponse<String> response = served("en").post("api/screening", "application/yaml", yaml);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(printed("en", "screen --project " + file));
    }

    @Test
    void candidatesOfARequestAreNotKept() throws IOException, InterruptedException {
        String before = served("en").get("api/screening").body();
        served("en").post("api/screening", CANDIDATE);
        assertThat(served("en").get("api/screening").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explanation?project=sein&city=qingdao | 404 | unknown project `sein`; did you mean `sien`?",
                "explanation?project=sien&city=qindao | 404 | unknown city `qindao`; did you mean `qingdao`?",
                "screening?project=sien,none | 404 | unknown project `none`",
                "gaps?city=nowhere | 404 | unknown city `nowhere`",
                "screening?top=0 | 400 | `top` must be a whole number of at least 1",
                "rules?as-of=2020-13-01 | 400 | `2020-13-01` is not a date",
                "explanation?project=sien | 400 | missing parameter `city`",
                "gaps?city=qingdao&page=2 | 400 | unknown parameter `page`"
            })
    void refusesARequestThatNamesNothingKnown(String path, int status, String detail)
            throws IOException, InterruptedException {
        HttpResponse<String> response = served("en").get("api/" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"detail\": \"" + detail);
    }

    @Test
    void refusesAnUnknownFieldWithTheKnownOnes() throws IOException, InterruptedException {
        assertThat(served("en").get("api/screening?fields=project,verdikt").body())
                .contains("unknown field `verdikt`; expected one of `project`, `city`")
                .contains("did you mean `verdict`?");
    }

    @Test
    void refusesCandidatesWithProblems() throws IOException, InterruptedException {
        String two = "{\"projects\": [{\"id\": \"a\", \"name\": \"A\", \"trak\": \"x\"}, {\"nam\": \"B\"}]}";
        for (String body : Stream.of("", "nonsense", "{}", "[]", two, "<img src=x onerror=alert(1)>")
                .toList()) {
            HttpResponse<String> response = served("en").post("api/screening", body);
            assertThat(response.statusCode()).as(body + " " + response.body()).isEqualTo(422);
        }
        assertThat(served("en").post("api/screening", two).body()).contains("problems; the first: request.json:1:");
    }
}
