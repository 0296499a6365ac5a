package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of {@code winnow serve} in a real browser. */
class ServePageTest {

    @TempDir
    private static Path folder;

    private static Browser browser;

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

    private static Served served(String language) throws IOException {
        return new Served(browser, "--lang", language, "serve", "--no-browser", "-u", "illustrative", "-r", "battery");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void everyPageIsSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            served.requireSound(served.open("", width));
            served.requireSound(served.open("questions", width));
        }
    }

    @Test
    void theOverviewLeadsToAMemoAndToTheQuestionsAndBack() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("", 1280);
            tab.run("document.querySelector('#overview a[href^=\"#pair/\"]').click()");
            tab.await("document.querySelector('#pair:not([hidden]) h2') !== null");
            String memo = tab.text("location.href");
            assertThat(tab.text("document.querySelector('#pair h2').textContent"))
                    .isNotEmpty();
            Served.go(tab, tab.text("document.querySelector('nav a[href=\"/questions\"]').href"));
            assertThat(tab.text("document.querySelector('h1').textContent")).isEqualTo("Questions");
            Served.go(tab, tab.text("document.querySelector('nav a[href=\"/\"]').href"));
            assertThat(tab.run("document.getElementById('overview').hidden").asBoolean())
                    .isFalse();
            Served.go(tab, memo);
            assertThat(tab.run("document.getElementById('pair').hidden").asBoolean())
                    .isFalse();
        }
    }

    private static String question(String fact) {
        return "document.querySelector('.question[data-of=wuyuan][data-fact=\"" + fact + "\"]')";
    }

    private static String effect(Tab tab) {
        return tab.text("document.getElementById('effect').textContent");
    }

    private static void awaitEffect(Tab tab, String start) {
        tab.await("document.getElementById('effect').textContent.startsWith('" + start + "')");
    }

    @Test
    void answersMoveVerdictsAsTheyAreTypedAndAreSavedForTheCommandLine() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser")) {
            Tab tab = served.open("questions", 1280);
            tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                    + " file.text().then(text => { window.savedAnswers = text; }); return make(file); }; })()");
            tab.run(question("project.fundingNeed") + ".querySelector('[data-value]').focus()");
            tab.write("<img src=x onerror=window.ran=1>");
            awaitEffect(tab, "Answers screened: 0;");
            assertThat(effect(tab))
                    .isEqualTo("Answers screened: 0; verdicts changed: 0; pairs changed: 0."
                            + " `<img src=x onerror=window.ran=1>` is not money; such as `300 mn yuan`");
            assertThat(tab.run("window.ran === undefined").asBoolean()).isTrue();
            tab.run(question("project.fundingNeed") + ".querySelector('[data-value]').value = ''");

            tab.run(question("project.coInvestors") + ".querySelector('[data-value]').focus()");
            tab.write("Haier; Hisense");
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(effect(tab)).isEqualTo("Answers screened: 1; verdicts changed: 0; pairs changed: 0.");
            for (String market : List.of("Consumer electronics", "Home appliances")) {
                tab.run(question("project.endMarkets") + ".querySelector('[value=\"" + market + "\"]').click()");
            }
            awaitEffect(tab, "Answers screened: 2;");
            assertThat(effect(tab)).isEqualTo("Answers screened: 2; verdicts changed: 1; pairs changed: 17.");
            assertThat(tab.text("document.querySelector('#moved tbody tr').innerText.replace(/\\s+/g, ' ')"))
                    .isEqualTo(
                            "Wuyuan Semiconductor 物元半导体 Qingdao 青岛 HOLD → RECOMMEND" + " 33.2–91.4 → 62.4–91.4 3 → 1");
            served.requireSound(tab, "'.save'");

            tab.run("document.querySelector('.save button').click()");
            tab.await("window.savedAnswers !== undefined");
            Path saved = folder.resolve("answers.json");
            Files.writeString(saved, tab.text("window.savedAnswers"));
            assertThat(Run.winnow("screen", "--project", "wuyuan", "--city", "qingdao", "--answers", saved.toString())
                            .out())
                    .contains("RECOMMEND");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "[1]", "{\"answers\": 1}", "\u0000"})
    void refusesABodyWithoutAnswers(String body) throws IOException, InterruptedException {
        try (Served served = served("en")) {
            HttpClient client = HttpClient.newHttpClient();
            String cookie = client.send(
                            HttpRequest.newBuilder(URI.create(served.first())).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceAll(";.*", "");
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(served.base() + "api/answers"))
                            .header("Cookie", cookie)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (Served served = served("en")) {
            String port = served.base().replaceAll(".*:(\\d+)/", "$1");
            Run second = Run.winnow("serve", "--no-browser", "--port", port);
            assertThat(second.err())
                    .endsWith("winnow: port `" + port + "` is in use; name another port, or none for a free one\n");
            assertThat(second.exit()).isEqualTo(4);
        }
    }

    @Test
    void refusesAPortOutOfRange() {
        Run run = Run.winnow("serve", "--port", "70000");
        assertThat(run.err()).isEqualTo("winnow: expected a port from 0 to 65535, found `70000`\n");
        assertThat(run.exit()).isEqualTo(2);
    }
}
