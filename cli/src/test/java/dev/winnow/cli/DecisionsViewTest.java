package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screenings and decisions on record, in a real browser. */
class DecisionsViewTest {

    private static Browser browser;

    @TempDir
    private Path folder;

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

    private String records() {
        return folder.resolve("records.db").toString();
    }

    private Served served(String language, String... more) throws IOException {
        String[] words = new String[5 + more.length];
        System.arraycopy(
                new String[] {"--lang", language, "serve", "--no-browser", "--records=" + records()}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return new Served(browser, words);
    }

    private static void click(Tab tab, String selector) {
        tab.run("document.querySelector('" + selector + "').click()");
    }

    private static void write(Tab tab, String id, String text) {
        tab.run("document.getElementById('" + id + "').focus()");
        tab.write(text);
    }

    private static String text(Tab tab, String selector) {
        return tab.text("document.querySelector('" + selector + "').innerText.replace(/\\s+/g, ' ').trim()");
    }

    private static void awaitText(Tab tab, String selector, String part) {
        tab.await(
                "document.querySelector('" + selector + "')?.innerText.replace(/\\s+/g, ' ').includes('" + part + "')");
    }

    private static void recordScreening(Tab tab, int number) {
        click(tab, "#record");
        awaitText(tab, "#decided", "record " + number);
    }

    private static void decide(Tab tab, String verdict, String reason) {
        click(tab, "[value=" + verdict + "]");
        write(tab, "reason", reason);
        click(tab, "#decision [type=submit]");
    }

    @Test
    void aDecisionAboutTheRecordedScreeningIsInTheHistoryOfTheCommandLine() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("decisions?project=sien&city=qingdao&day=2026-01-08", 1280);
            assertThat(text(tab, "#pair-status"))
                    .startsWith("The rules now, on SiEn 芯恩 in Qingdao 青岛, as of 2026-01-08: RECOMMEND")
                    .endsWith("Record the screening first, so that the decision refers to it.");
            recordScreening(tab, 1);
            awaitText(tab, "#pair-status", "The rules in record 1, as of 2026-01-08: RECOMMEND");
            decide(tab, "HOLD", "The yield is to be proven first");
            awaitText(tab, "#decided", "record 2");
            awaitText(tab, "#records li", "Record 2");
            assertThat(text(tab, "#records li"))
                    .endsWith("decided on SiEn 芯恩 in Qingdao 青岛: HOLD (against the rules’ RECOMMEND in record 1)."
                            + " The yield is to be proven first");
        }
        String history = Run.winnow("history", "2", "--records", records()).out();
        assertThat(history).contains("decision    HOLD", "The yield is to be proven first");
        assertThat(Run.winnow("replay", "1", "--records", records()).exit()).isZero();
        assertThat(Run.winnow("verify", "--records", records()).exit()).isZero();
    }

    @Test
    void aDecisionWhoseAnswerIsLostIsSentAgainAndRecordedOnce() throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        try (Served served = served("en")) {
            Tab tab = served.open("decisions?project=sien&city=qingdao", 1280);
            tab.run("(() => { const send = fetch; window.lost = 0; window.fetch = async (path, options) => {"
                    + " const answer = await send(path, options);"
                    + " if (path === '/api/decision' && lost++ === 0) { throw new TypeError('lost'); }"
                    + " return answer; }; })()");
            decide(tab, "HOLD", "The yield is to be proven first");
            awaitText(tab, "#decided", "record 2");
            assertThat(tab.text("String(lost)")).isEqualTo("2");
            assertThat(text(tab, "#count")).contains("2");
        }
        assertThat(Run.winnow("history", "3", "--records", records()).err()).contains("the last record is `2`");
    }

    @Test
    void theOpenRedFlagsAndAnotherConditionAreRecordedWithADecision() throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        try (Served served = served("en")) {
            Tab tab = served.open("decisions?project=sien&city=qingdao", 1280);
            awaitText(tab, "#take-over", "(2)");
            click(tab, "#take-over");
            click(tab, "#add-condition");
            tab.write("Contract signed");
            tab.run("document.querySelectorAll('[name=due]').forEach((due, at) => { due.value = '2026-12-1' + at; })");
            tab.run("document.querySelectorAll('[name=owner]')[2].value = 'Legal office'");
            decide(tab, "RECOMMEND", "It fits");
            awaitText(tab, "#decided", "record 2");
            Served.go(tab, served.base() + "decisions#record/2");
            awaitText(tab, "#opened", "Contract signed");
            tab.run("document.querySelectorAll('#opened details')[2].open = true");
            write(tab, "met-how-3", "Signed by both");
            click(tab, "#opened details:nth-of-type(3) [type=submit]");
            awaitText(tab, "#opened", "stated that condition 3 of record 2 was met");
            served.requireSound(tab);
        }
        assertThat(Run.winnow("history", "2", "--records", records()).out())
                .contains(
                        "condition   1: To be ruled out: Part of its funding is missing",
                        "condition   2: ",
                        "condition   3: Contract signed (by Legal office until 2026-12-12)",
                        "Signed by both");
    }

    @Test
    void answersOfTheSessionAreRecordedAsTheCommandLineRecordsThem() throws IOException {
        Path answers = folder.resolve("answers.json");
        try (Served served = served("en")) {
            Tab tab = served.open("questions", 1280);
            tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                    + " file.text().then(text => { window.savedAnswers = text; }); return make(file); }; })()");
            String question = "document.querySelector('.question[data-of=wuyuan][data-fact=\"project.fundingNeed\"]')";
            tab.run(question + ".querySelector('[data-value]').focus()");
            tab.write("300 mn yuan");
            awaitText(tab, "#effect", "Answers screened: 1;");
            click(tab, ".save button");
            tab.await("window.savedAnswers !== undefined");
            Files.writeString(answers, tab.text("window.savedAnswers"));
            Served.go(tab, served.base() + "decisions");
            recordScreening(tab, 1);
        }
        String other = folder.resolve("other.db").toString();
        Run.winnow("screen", "--answers", answers.toString(), "--record", "--records", other);
        assertThat(results(records())).isEqualTo(results(other));
        assertThat(Run.winnow("replay", "1", "--records", records()).exit()).isZero();
    }

    /** Returns recorded results without the digest of the universe, which contains the path of its answers. */
    private static String results(String records) {
        return Run.winnow("history", "1", "--results", "--records", records)
                .out()
                .replaceFirst("(\"universe\": \\{[^}]*\"digest\": \")\\w+", "$1");
    }

    @Test
    void aMisspeltProjectIsRefusedInTheWordsOfTheCommand() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("decisions?project=sein&city=qingdao", 1280);
            recordScreening(tab, 1);
            decide(tab, "HOLD", "A typo");
            awaitText(tab, "#decided", "did you mean");
            String refused = text(tab, "#decided");
            assertThat(Run.winnow("decide", "sein", "qingdao", "hold", "--reason=A typo", "--records", records())
                            .err()
                            .replace("`", ""))
                    .contains(refused);
            assertThat(tab.text("document.getElementById('reason').value")).isEqualTo("A typo");
        }
    }

    @Test
    void aPairIsChosenAndDecidedOnByTheKeyboardAlone() throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        try (Served served = served("en")) {
            Tab tab = served.open("decisions", 1280);
            write(tab, "project", "sien");
            tab.press("Tab");
            tab.write("qingdao");
            awaitText(tab, "#pair-status", "The rules in record 1");
            tab.press("Tab").press(" ").press("Tab");
            tab.write("By keyboard");
            tab.press("Tab").press("Tab").press("Tab").press("Tab").press("Enter");
            awaitText(tab, "#records li", "SiEn 芯恩 in Qingdao 青岛: RECOMMEND");
        }
    }

    @Test
    void aHostileReasonStaysText() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("decisions?project=sien&city=qingdao", 1280);
            recordScreening(tab, 1);
            write(tab, "by", "<script>window.ran=1</script>");
            decide(tab, "DECLINE", "<img src=x onerror=window.ran=1>");
            awaitText(tab, "#decided", "record 2");
            Served.go(tab, served.base() + "decisions#record/2");
            awaitText(tab, "#opened", "<img src=x onerror=window.ran=1>");
            assertThat(tab.run("window.ran === undefined && document.querySelector('#view img, #view script') === null")
                            .asBoolean())
                    .isTrue();
            served.requireSound(tab);
        }
    }

    @Test
    void aRecordedScreeningIsComparedWithTheCurrentOneAndReplayed() throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        try (Served served = served("en", "--assume", "project.yieldRate=0.2")) {
            Tab tab = served.open("decisions#record/1", 1280);
            awaitText(tab, "#opened", "Record 1: a screening");
            click(tab, "#changes");
            awaitText(tab, ".outcome", "Compared with today");
            assertThat(text(tab, ".outcome")).contains("The rule pack is the same.");
            click(tab, "#replay");
            awaitText(tab, ".outcome", "byte-identical: 120 pairs");
        }
    }

    @Test
    void theHistoryIsFilteredByTextAndKind() throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        Run.winnow("decide", "sien", "qingdao", "hold", "--reason=First", "--records", records());
        Run.winnow("decide", "sien", "jinan", "decline", "--reason=Second", "--records", records());
        try (Served served = served("en")) {
            Tab tab = served.open("decisions", 1280);
            assertThat(text(tab, "#count")).isEqualTo("Records shown: 3 of 3.");
            tab.run("document.getElementById('kind').value = 'decisions';"
                    + "document.getElementById('kind').dispatchEvent(new Event('change'))");
            assertThat(text(tab, "#count")).isEqualTo("Records shown: 2 of 3.");
            write(tab, "search", "first");
            awaitText(tab, "#count", "Records shown: 1 of 3.");
        }
    }

    @Test
    void aReadOnlyServerRecordsNothing() throws IOException {
        try (Served served = served("en", "--read-only")) {
            Tab tab = served.open("decisions", 1280);
            assertThat(tab.run("document.getElementById('record').disabled").asBoolean())
                    .isTrue();
            assertThat(tab.text("fetch('/api/records/screening', {method: 'POST'}).then(reply => reply.json())"
                            + ".then(problem => problem.status + ' ' + problem.detail)"))
                    .isEqualTo("403 nothing can be written: the server was started with `--read-only`");
        }
        assertThat(Path.of(records())).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndKept() throws IOException {
        Files.writeString(Path.of(records()), "no database");
        try (Served served = served("en")) {
            Tab tab = served.open("decisions", 1280);
            assertThat(text(tab, "#place")).contains(records());
            click(tab, "#record");
            awaitText(tab, "#decided", records());
        }
        assertThat(Path.of(records())).hasContent("no database");
    }

    @Test
    void withoutRecordsThePageSaysHowToStart() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser")) {
            Tab tab = served.open("decisions", 1280);
            assertThat(text(tab, "#without")).endsWith("winnow serve --records records.db");
            served.requireSound(tab);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void theViewIsSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        Run.winnow("screen", "--record", "--records", records());
        Run.winnow("decide", "sien", "qingdao", "hold", "--reason=To be proven", "--records", records());
        try (Served served = served(language)) {
            Tab tab = served.open("decisions?project=sien&city=qingdao#record/1", width);
            tab.await("document.querySelector('#opened h2') !== null");
            served.requireSound(tab);
        }
    }
}
