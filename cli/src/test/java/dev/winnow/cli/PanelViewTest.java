package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel in a real browser: the chair's page, and the blind form behind the link of an assessor. */
class PanelViewTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Browser browser;

    @TempDir
    private Path folder;

    private Path panel;
    private Path round;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        Path example = Path.of("../docs/examples/panel");
        panel = folder.resolve("panel.yaml");
        round = Files.createDirectory(folder.resolve("rounds")).resolve("round-1.yaml");
        Files.copy(example.resolve("round-1.yaml"), round);
        Files.writeString(
                panel,
                Files.readString(example.resolve("panel.yaml"))
                        .replace("judgements: round-1.yaml", "judgements: rounds/round-1.yaml"));
    }

    private Served served(String language, String... more) throws IOException {
        String[] words = new String[9 + more.length];
        System.arraycopy(
                new String[] {
                    "--lang",
                    language,
                    "serve",
                    "--no-browser",
                    "-u=illustrative",
                    "-r",
                    "battery-review",
                    "--panel",
                    panel.toString()
                },
                0,
                words,
                0,
                9);
        System.arraycopy(more, 0, words, 9, more.length);
        return new Served(browser, words);
    }

    /** Returns the address of an assessor's form, as the chair's page shows it. */
    private static String link(Tab tab, int assessor) {
        tab.await("document.querySelectorAll('#links tbody a').length === 4");
        return tab.text("document.querySelectorAll('#links tbody a')[" + assessor + "].href");
    }

    private static String text(Tab tab, String selector) {
        return tab.text("document.querySelector('" + selector + "').innerText.replace(/\\s+/g, ' ').trim()");
    }

    private static void answer(Tab tab, String project, String fact, String value, String reason) {
        String question =
                "document.querySelector('.question[data-of=" + project + "][data-fact=\"project." + fact + "\"]')";
        tab.run(question + ".querySelector('[value=\"" + value + "\"]').click()");
        tab.run(question + ".querySelector('[data-reason]').focus()");
        tab.write(reason);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aJudgementOfOneAssessorMovesTheVerdictsOfThePanel() throws IOException {
        try (Served served = served("en")) {
            Tab chair = served.open("panel", 1280);
            String address = link(chair, 2);
            assertThat(text(chair, "#view")).contains("6 of 36 verdicts depend on a disagreement of the panel.");
            served.requireSound(chair);

            Tab assessor = browser.tab().window(390, 900);
            Served.go(assessor, address);
            assertThat(text(assessor, "header")).contains("Tan Wei").doesNotContain("Lin Hua");
            answer(assessor, "looper", "conflict-of-interest", "no", "");
            answer(assessor, "looper", "teamStrength", "1", "nobody has run such a plant");
            assessor.run("document.querySelector('.save button').click()");
            assessor.await("document.getElementById('status').textContent.startsWith('1 judgements arrived')");
            served.requireSound(assessor);

            Served.go(chair, served.base() + "panel");
            chair.await("document.getElementById('view').innerText.includes('5 of 36 verdicts depend')");
        }
        String judged = Files.readString(round);
        assertThat(judged).contains("nobody has run such a plant", "the founder has run a plant");
        assertThat(judged).doesNotContain("two engineers were hired in autumn"); // replaced
        assertThat(Run.winnow(
                                "panel",
                                "show",
                                "-u",
                                "illustrative",
                                "-r",
                                "battery-review",
                                "--panel",
                                panel.toString())
                        .out())
                .contains("Looper recycling                          4  1–2 of 5");
    }

    @Test
    void theChairsPageIsInChineseAndFitsAPhone() throws IOException {
        try (Served served = served("zh")) {
            Tab chair = served.open("panel", 390);
            link(chair, 0);
            assertThat(text(chair, "#links h2")).isEqualTo("专家评审表（第1轮）");
            served.requireSound(chair);
        }
    }

    @Test
    void aKeyOpensTheFormOfItsAssessorOnlyAndNothingElse() throws IOException {
        try (Served served = served("en", "--read-only")) {
            Tab chair = served.open("panel", 1280);
            String address = link(chair, 0);
            String key = address.substring(address.indexOf('='));
            for (String path : new String[] {"", "panel", "api/panel", "api/work", "questions", "assets/panel.js"}) {
                assertThat(sent(HttpRequest.newBuilder(URI.create(served.base() + path + "?key" + key)))
                                .statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
            assertThat(sent(HttpRequest.newBuilder(URI.create(address)))
                            .body()
                            .replaceAll("(?s)<(style|script)>.*?</\\1>", ""))
                    .contains("Lin Hua")
                    .doesNotContain("Mara Stone", "Tan Wei", "known from an earlier loan", "weight", "points");
            assertThat(sent(HttpRequest.newBuilder(URI.create(address + "0"))).body())
                    .contains("this link is not valid");
            assertThat(sent(HttpRequest.newBuilder(URI.create(served.base() + "api/assess/judgements?key" + key))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}")))
                            .statusCode())
                    .as("read-only")
                    .isEqualTo(403);
        }
    }

    @Test
    void judgementsOfAnotherOrOutsideTheScaleAreRefusedAndTheRestIsTaken() throws IOException {
        try (Served served = served("en")) {
            String address = link(served.open("panel", 1280), 2);
            String form = sent(HttpRequest.newBuilder(URI.create(address))).body();
            String digest = form.replaceAll("(?s).*data-digest=\"([^\"]*)\".*", "$1");
            String facts = form.replaceAll("(?s).*data-facts=\"([^\"]*)\".*", "$1");
            String body = """
                {"winnow": "judgements", "schema": 1,
                 "panel": {"id": "winter-2025", "round": 1, "assessor": "a3", "digest": "%s", "facts": "%s"},
                 "answers": [
                  {"fact": "project.conflict-of-interest", "of": "plaincell", "answer": "no"},
                  {"fact": "project.teamStrength", "of": "smartpack", "answer": "3", "reason": "not declared"},
                  {"fact": "project.teamStrength", "of": "looper", "answer": "9", "reason": "too high"},
                  {"fact": "project.teamStrength", "of": "saltlight", "answer": "3", "reason": "recused"},
                  {"fact": "project.teamStrength", "of": "plaincell", "answer": "3", "reason": "seen anew"}]}
                """.formatted(digest, facts);
            URI target = URI.create(address.replace("/assess", "/api/assess/judgements"));
            JsonNode answer = new ObjectMapper()
                    .readTree(sent(HttpRequest.newBuilder(target)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)))
                            .body());
            assertThat(answer.get("taken").asInt()).isEqualTo(1);
            assertThat(answer.get("problems").toString())
                    .contains("Looper recycling, team strength: `9` is outside the scale from 1 to 5")
                    .contains("Saltlight lithium refinery, team strength: `a3` is recused from `saltlight`")
                    .contains("team strength: `a3` does not say whether there is a conflict of interest with"
                            + " `smartpack`");
            HttpResponse<String> other = sent(HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace("\"a3\"", "\"a1\""))));
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("these are judgements of another assessor");
        }
        assertThat(Files.readString(round))
                .contains("seen anew", "value: production")
                .doesNotContain("too high");
    }

    @Test
    void aPanelWithoutTheRoundAsksNobody() throws IOException {
        String text = Files.readString(panel);
        Files.writeString(panel, text.substring(0, text.indexOf("rounds:")));
        try (Served served = served("en")) {
            HttpResponse<String> form = sent(HttpRequest.newBuilder(URI.create(link(served.open("panel", 1280), 2))));
            assertThat(form.statusCode()).isEqualTo(409);
            assertThat(form.body()).contains("the panel has no round 1", "panel.yaml");
        }
    }

    @Test
    void withoutAPanelThePageSaysHowToStart() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser", "-u=illustrative", "-r", "battery")) {
            Tab tab = served.open("panel", 1280);
            tab.await("document.getElementById('view').innerText.includes('winnow serve --panel panel.yaml')");
        }
    }
}
