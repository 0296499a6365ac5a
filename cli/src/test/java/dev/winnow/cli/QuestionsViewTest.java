package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of {@code winnow serve} in a real browser. */
class QuestionsViewTest {

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
        return new Served(browser, "--lang", language, "serve", "--no-browser");
    }

    private static String question(String fact) {
        return "document.querySelector('.question[data-of=wuyuan][data-fact=\"" + fact + "\"]')";
    }

    private static void write(Tab tab, String fact, String text) {
        tab.run("(() => { const field = " + question(fact) + ".querySelector('[data-value]'); field.focus();"
                + " field.select(); })()");
        tab.write(text);
    }

    private static void tick(Tab tab, String fact, String choice) {
        tab.run(question(fact) + ".querySelector('[value=\"" + choice + "\"]').click()");
    }

    private static String effect(Tab tab) {
        return tab.text("document.getElementById('effect').textContent");
    }

    private static void awaitEffect(Tab tab, String start) {
        tab.await("document.getElementById('effect').textContent.startsWith('" + start + "')");
    }

    /** Captures the files that the page saves. */
    private static void listen(Tab tab) {
        tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                + " file.text().then(text => { window.savedText = text; });"
                + " const reader = new FileReader(); reader.onload = () => {"
                + " window.savedBytes = reader.result.split(',')[1]; }; reader.readAsDataURL(file);"
                + " return make(file); }; })()");
    }

    private static void drop(Tab tab, String name, byte[] content) {
        new DroppedFile(name, content).on(tab, "document.body");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void thePageIsSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            Tab tab = served.open("questions", width);
            tab.run("document.getElementById('others').open = true");
            write(tab, "project.fundingNeed", "nonsense");
            tick(tab, "project.endMarkets", language.equals("zh") ? "家电" : "Home appliances");
            tab.await("!document.getElementById('moved').hidden");
            tab.await(question("project.fundingNeed") + ".querySelector('.wrong').hidden === false");
            assertThat(tab.text("document.body.innerText")).doesNotContain("$s", "%s");
            assertThat(tab.run("document.documentElement.scrollWidth <= window.innerWidth")
                            .asBoolean())
                    .isTrue();
            // The other questions have the same form, and axe would need half a minute for all.
            tab.run("document.querySelectorAll('.question:nth-of-type(n+4)').forEach(one => one.remove())");
            served.requireSound(tab);
        }
    }

    @Test
    void answersMoveVerdictsAsTheyAreTypedAndAreSavedForTheCommandLine() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            listen(tab);
            write(tab, "project.coInvestors", "Haier; Hisense");
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(effect(tab)).isEqualTo("Answers screened: 1; verdicts changed: 0; pairs changed: 0.");
            for (String market : List.of("Consumer electronics", "Home appliances")) {
                tick(tab, "project.endMarkets", market);
            }
            tab.await("document.querySelector('#moved tbody tr')?.innerText.includes('RECOMMEND')");
            assertThat(effect(tab)).isEqualTo("Answers screened: 2; verdicts changed: 1; pairs changed: 17.");
            assertThat(tab.text("document.querySelector('#moved tbody tr').innerText.replace(/\\s+/g, ' ')"))
                    .isEqualTo("Wuyuan Semiconductor 物元半导体 Qingdao 青岛 HOLD → RECOMMEND" + " 33.25–93 → 62.4–93 3 → 1");
            assertThat(tab.text("document.getElementById('status').textContent"))
                    .endsWith("not saved to a file yet, and gone when the server ends");

            tab.run("document.querySelector('.save button[type=submit]').click()");
            tab.await("window.savedText !== undefined");
            Path saved = folder.resolve("answers.json");
            Files.writeString(saved, tab.text("window.savedText"));
            assertThat(Run.winnow("screen", "--project", "wuyuan", "--city", "qingdao", "--answers", saved.toString())
                            .out())
                    .contains("RECOMMEND");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsExplainedAtItsQuestionAndNeverRuns() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            write(tab, "project.fundingNeed", "<img src=x onerror=window.ran=1>");
            awaitEffect(tab, "Answers screened: 0;");
            assertThat(effect(tab))
                    .isEqualTo("Answers screened: 0; verdicts changed: 0; pairs changed: 0."
                            + " Answers that cannot be read: 1.");
            assertThat(tab.text(question("project.fundingNeed") + ".querySelector('.wrong').textContent"))
                    .isEqualTo("<img src=x onerror=window.ran=1> is not money; such as 300 mn yuan");
            assertThat(tab.run(question("project.fundingNeed") + ".querySelector('.answered').hidden")
                            .asBoolean())
                    .isTrue();
            assertThat(tab.run("window.ran === undefined").asBoolean()).isTrue();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theExampleOfAnAmountIsWrittenAsTheLanguageOfThePageWritesIt() throws IOException {
        try (Served served = served("zh")) {
            Tab tab = served.open("questions", 1280);
            write(tab, "project.fundingNeed", "很多");
            tab.await("!" + question("project.fundingNeed") + ".querySelector('.wrong').hidden");
            assertThat(tab.text(question("project.fundingNeed") + ".querySelector('.wrong').textContent"))
                    .isEqualTo("很多 不是金额；例如 3亿元");
        }
    }

    @Test
    void invisibleCharactersOfACopiedAnswerAreLeftOut() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            write(tab, "project.fundingNeed", "\u200B300 mn\u202E yuan\uFEFF");
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(tab.text("fetch('/api/answers').then(reply => reply.json()).then(all => all.answers[0].answer)"))
                    .isEqualTo("300 mn yuan");
        }
    }

    @Test
    void theAnswersOfTheSessionStandInTheFormAgainAndFollowUndoAndRedo() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            tab.run("document.getElementById('by').focus()");
            tab.write("Li Ming");
            write(tab, "project.coInvestors", "Haier; Hisense");
            awaitEffect(tab, "Answers screened: 1;");
            tick(tab, "project.endMarkets", "Home appliances");
            awaitEffect(tab, "Answers screened: 2;");

            Tab other = served.open("questions", 1280);
            assertThat(other.text(question("project.coInvestors") + ".querySelector('[data-value]').value"))
                    .isEqualTo("Haier; Hisense");
            assertThat(other.run(question("project.endMarkets")
                                    + ".querySelector('[value=\"Home appliances\"]').checked")
                            .asBoolean())
                    .isTrue();
            assertThat(other.text("document.getElementById('by').value")).isEqualTo("Li Ming");
            assertThat(other.run(question("project.endMarkets") + ".querySelector('.answered').hidden")
                            .asBoolean())
                    .isFalse();
            assertThat(effect(other)).startsWith("Answers screened: 2;");

            assertThat(other.text("document.getElementById('undo').title")).contains("end markets");
            other.run("document.getElementById('undo').click()");
            awaitEffect(other, "Answers screened: 1;");
            assertThat(other.run(question("project.endMarkets") + ".querySelectorAll('input:checked').length")
                            .asInt())
                    .isZero();
            other.run("document.getElementById('redo').click()");
            awaitEffect(other, "Answers screened: 2;");
            assertThat(other.run(question("project.endMarkets") + ".querySelectorAll('input:checked').length")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void anEmptyFormLeavesNoAnswers() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            write(tab, "project.coInvestors", "Haier");
            awaitEffect(tab, "Answers screened: 1;");
            tab.run(question("project.coInvestors") + ".querySelector('[data-value]').value = ''");
            tab.run(question("project.coInvestors")
                    + ".querySelector('[data-value]').dispatchEvent(new Event('input', {bubbles: true}))");
            awaitEffect(tab, "Answers screened: 0;");
            assertThat(tab.text("fetch('/api/answers').then(said => said.json())"
                            + ".then(said => String(said.answers.length))"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anAddressOpensAQuestion() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions#question/project.endMarkets/wuyuan", 1280);
            assertThat(tab.text("document.activeElement.closest('.question').dataset.fact"))
                    .isEqualTo("project.endMarkets");
            String memo = tab.text(question("project.endMarkets") + ".querySelector('.memos a').href");
            assertThat(memo).contains("/#pair/wuyuan/");
            Served.go(tab, memo);
            tab.await("document.querySelector('#pair:not([hidden]) h2') !== null");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theFilterStaysInTheAddress() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            int all = tab.run("document.querySelectorAll('.question').length").asInt();
            tab.run("(() => { const to = document.getElementById('to'); to.value = to.options[2].value;"
                    + " to.dispatchEvent(new Event('change', {bubbles: true})); })()");
            tab.run("document.getElementById('search').focus()");
            tab.write("wuyuan");
            String shown = tab.text("document.getElementById('found').textContent");
            assertThat(shown).endsWith(" of " + all + " questions");
            assertThat(tab.run("document.querySelectorAll('.question:not([hidden])').length")
                            .asInt())
                    .isPositive()
                    .isLessThan(all);
            String address = tab.text("location.href");
            assertThat(address).contains("#to=").contains("&search=wuyuan");
            Served.go(tab, address);
            assertThat(tab.text("document.getElementById('found').textContent")).isEqualTo(shown);
        }
    }

    @Test
    void anAddressNamesTheOnlyAddresseeOfAPage() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions?to=owner", 1280);
            assertThat(tab.text("[...document.querySelectorAll('[data-who]')].map(one => one.dataset.who).join()"))
                    .isEqualTo("owner");
            assertThat(tab.text("document.getElementById('to').value")).isEqualTo("owner");
            tab.run("(() => { const to = document.getElementById('to'); to.value = 'city';"
                    + " to.dispatchEvent(new Event('change', {bubbles: true})); })()");
            tab.await("location.search === '?to=city' && document.documentElement.dataset.ready !== undefined");
            assertThat(tab.text("[...document.querySelectorAll('[data-who]')].map(one => one.dataset.who).join()"))
                    .isEqualTo("city");
        }
    }

    /** Downloads a file from the page. */
    private static Path download(Tab tab, String addressee, String kind) throws IOException {
        tab.run("delete window.savedBytes");
        tab.run("document.getElementById('receiver').value = '" + addressee + "'");
        tab.run("document.getElementById('kind').value = '" + kind + "'");
        tab.run("document.getElementById('download').click()");
        tab.await("window.savedBytes !== undefined");
        return Files.write(folder.resolve("asked." + kind), Base64.getDecoder().decode(tab.text("window.savedBytes")));
    }

    @Test
    void aSheetThatCameBackCountsAsTheCommandLineReadsIt() throws IOException, UnreadableTable {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            listen(tab);
            Path filled = folder.resolve("filled.xlsx");
            AskTest.fill(
                    download(tab, "", "xlsx"),
                    filled,
                    AskTest.HISENSE,
                    Map.of(
                            "funds",
                            List.of(
                                    List.of("City", "Name", "Fund size (CNY 100 mn)"),
                                    List.of("Qingdao", "New Fund", "50"))));
            drop(tab, "filled.xlsx", Files.readAllBytes(filled));
            tab.await("document.querySelector('#came p')?.textContent.startsWith('Answers taken')");
            awaitEffect(tab, "Answers screened:");
            tab.run("document.querySelector('.save button[type=submit]').click()");
            tab.await("window.savedText !== undefined && window.savedText.startsWith('{')");
            Path saved = folder.resolve("answers.json");
            Files.writeString(saved, tab.text("window.savedText"));
            assertThat(screened(saved)).isEqualTo(screened(filled)).contains("RECOMMEND");
        }
    }

    /** Returns what the command line prints, but for the digests. */
    private static String screened(Path answers) {
        return Run.winnow("screen", "-q", "--answers", answers.toString())
                .out()
                .replaceAll("universe [0-9a-f]{12}", "");
    }

    @Test
    void aFileForOneAddresseeTellsNoStakes() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            listen(tab);
            String owner = tab.text("document.getElementById('receiver').options[1].value");
            String letter = Files.readString(download(tab, owner, "md"));
            assertThat(letter).contains("fact `project.").doesNotContain("points");
            assertThat(Files.readString(download(tab, owner, "html"))).contains("Nothing is sent from this page");
        }
    }

    @Test
    void answersThatCameBackCountBesideThoseTypedWithWhatDiffersAndWhatIsRefused() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            write(tab, "project.coInvestors", "Haier");
            awaitEffect(tab, "Answers screened: 1;");
            drop(tab, "back.csv", """
                    fact,of,answer,source,date,answered by
                    project.coInvestors,wuyuan,Haier; Hisense,letter,2026-02-01,Li Ming
                    project.endMarkets,wuyuan,Consumer electronics; Home appliances,letter,2026-02-01,Li Ming
                    project.fundingNeed,wuyuan,<img src=x onerror=window.ran=1>,letter,2026-02-01,Li Ming
                    """.getBytes(StandardCharsets.UTF_8));
            awaitEffect(tab, "Answers screened: 2;");
            String came = tab.text("document.getElementById('came').innerText");
            assertThat(came)
                    .contains("Answers taken from the file: 1; rows refused: 1.")
                    .contains("here “Haier”, in the file “Haier; Hisense”")
                    .contains("<img src=x onerror=window.ran=1> is not money");
            assertThat(tab.run("document.querySelector('#came img') === null && window.ran === undefined")
                            .asBoolean())
                    .isTrue();
            assertThat(tab.run(question("project.endMarkets") + ".querySelectorAll('input:checked').length")
                            .asInt())
                    .isEqualTo(2);
            tab.run("document.querySelector('#came button').click()");
            tab.await(question("project.coInvestors") + ".querySelector('[data-value]').value === 'Haier; Hisense'");
            served.requireSound(tab, "'#others'");
            tab.run("document.getElementById('undo').click()");
            tab.await(question("project.coInvestors") + ".querySelector('[data-value]').value === 'Haier'");
            tab.run("document.getElementById('undo').click()");
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(tab.run(question("project.endMarkets") + ".querySelectorAll('input:checked').length")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void answersToQuestionsThatThePageDoesNotAskAreListedAndRemoved() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            drop(
                    tab,
                    "back.csv",
                    "fact,of,answer,date\nproject.ownsTechnology,wuyuan,yes,2026-02-01\n"
                            .getBytes(StandardCharsets.UTF_8));
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(tab.text("document.getElementById('kept').innerText"))
                    .contains("Answers to questions that this page does not ask")
                    .contains("Wuyuan Semiconductor, ");
            tab.run("document.querySelector('#kept button').click()");
            awaitEffect(tab, "Answers screened: 0;");
            assertThat(tab.text("document.getElementById('kept').innerText")).isEmpty();
        }
    }

    @Test
    void questionsThatAnswersOpenAreOffered() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            int before =
                    tab.run("document.querySelectorAll('.question').length").asInt();
            drop(tab, "back.csv", """
                    fact,of,answer,source,date
                    project.coInvestors,wuyuan,Haier,letter,2026-02-01
                    project.endMarkets,wuyuan,Consumer electronics; Home appliances,letter,2026-02-01
                    project.ownsTechnology,wuyuan,no,letter,2026-02-01
                    """.getBytes(StandardCharsets.UTF_8));
            tab.await("document.querySelector('#opened button') !== null");
            tab.run("document.querySelector('#opened button').click()");
            tab.await("document.querySelectorAll('.question').length > " + before);
            tab.await("document.documentElement.dataset.ready !== undefined");
            assertThat(effect(tab)).startsWith("Answers screened: 3;");
            assertThat(tab.run("document.querySelector('#opened button') === null")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static boolean warns(Tab tab) {
        return tab.run("(() => { const leaving = new Event('beforeunload', {cancelable: true});"
                        + " dispatchEvent(leaving); return leaving.defaultPrevented; })()")
                .asBoolean();
    }

    @Test
    void leavingIsWarnedOfOnlyWhileAnswersAreNotSaved() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            assertThat(warns(tab)).isFalse();
            write(tab, "project.coInvestors", "Haier");
            awaitEffect(tab, "Answers screened: 1;");
            assertThat(warns(tab)).isTrue();
            tab.run("document.querySelector('.save button[type=submit]').click()");
            assertThat(warns(tab)).isFalse();
            Served.go(tab, tab.text("location.href"));
            assertThat(warns(tab)).isFalse();
        }
    }

    @Test
    void theFormIsUsableByKeyboard() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions#question/project.coInvestors/wuyuan", 1280);
            tab.write("Haier");
            awaitEffect(tab, "Answers screened: 1;");
            tab.press("Enter");
            tab.await("document.getElementById('status').textContent.startsWith('Saved answers.json')");
        }
    }

    @Test
    void aFileWithoutAnswersIsRefusedWithTheReason() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            drop(tab, "../../etc/passwd", new byte[] {1, 2, 3});
            tab.await("document.getElementById('came').textContent.startsWith('this is not a file of answers')");
            drop(tab, "letter.xlsx", new byte[] {1, 2, 3});
            tab.await("document.getElementById('came').textContent.includes('xlsx')");
            assertThat(tab.text("document.getElementById('came').textContent")).doesNotContain("/tmp");
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
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }
}
