package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overview of {@code winnow serve} and its memos in a real browser. */
class OverviewViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WUYUAN = "#pair/wuyuan/qingdao/2026-01-08";
    private static final String ANSWERS = "{winnow: 'answers', schema: 1,"
            + " pack: {name: 'semiconductor', version: '2.0.0', digest: digests[0].textContent},"
            + " universe: {name: 'semiconductor', digest: digests[1].textContent}, answers: ["
            + "{fact: 'project.coInvestors', of: 'wuyuan', answer: 'Haier; Hisense'},"
            + "{fact: 'project.endMarkets', of: 'wuyuan', answer: 'Consumer electronics; Home appliances'}]}";

    @TempDir
    private static Path folder;

    private static Browser browser;

    /** A universe with more pairs than fit a page that is complete at once. */
    private static Path many;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        many = folder.resolve("many.ndjson");
        Run.winnow("synth", "--projects", "60", "--cities", "8", "-o", many.toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Served served(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("serve");
        all.add("--no-browser");
        return new Served(browser, all.toArray(String[]::new));
    }

    /** Answers two questions, as the page of questions does, and lets the page look at the work. */
    private static void answer(Tab tab) {
        assertThat(tab.text("window.digests = document.querySelectorAll('.digests code'); "
                        + "fetch('/api/answers', {method: 'POST', headers: {'Content-Type': 'application/json'}, body:"
                        + " JSON.stringify(" + ANSWERS + ")}).then(response => response.text())"))
                .contains("\"taken\": 2");
        tab.command("Page.bringToFront", Map.of());
        tab.run("document.dispatchEvent(new Event('visibilitychange'))");
        tab.await("document.documentElement.dataset.renewed === '1'");
    }

    private static void openMemo(Tab tab) {
        tab.run("location.hash = '" + WUYUAN + "'");
        tab.await("document.getElementById('besides-sure') !== null");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390", "zh, 2560"})
    void theOverviewAndAMemoAreSoundAfterAnswers(String language, int width) throws IOException {
        try (Served served = served("--lang", language)) {
            Tab tab = served.open("", width);
            answer(tab);
            tab.run("document.querySelector('#since details').open = true");
            served.requireSound(tab);
            openMemo(tab);
            served.requireSound(tab);
        }
    }

    @Test
    void aMemoHasTheFindingsOfTheContract() throws IOException {
        JsonNode contract = JSON.readTree(
                Run.winnow("explain", "wuyuan", "qingdao", "-q", "-f", "json").out());
        List<String> findings = new ArrayList<>();
        contract.findValue("findings")
                .forEach(one -> findings.add(one.get("rule").asText()));
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            openMemo(tab);
            assertThat(values(tab, "document.querySelectorAll('.findings [data-rule]')", "one.dataset.rule"))
                    .containsExactlyInAnyOrderElementsOf(findings)
                    .isNotEmpty();
            assertThat(tab.run("document.querySelectorAll('#pair .chart svg').length")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void theOpenQuestionsOfAMemoLeadToTheirForm() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            openMemo(tab);
            List<String> links = values(tab, "document.querySelectorAll('.asked a')", "one.getAttribute('href')");
            assertThat(links)
                    .contains("/questions#question/project.coInvestors/wuyuan")
                    .allMatch(
                            link -> link.matches("/questions#question/(project\\.[^/]+/wuyuan|city\\.[^/]+/qingdao)"));
        }
    }

    @Test
    void aMemoLeadsToWhatSettlesItAndToADecision() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            openMemo(tab);
            assertThat(tab.text("document.querySelector('.tools a[href^=\"/decisions\"]').getAttribute('href')"))
                    .isEqualTo("/decisions?project=wuyuan&city=qingdao&day=2026-01-08");
            tab.run("document.querySelector('.tools button').click()");
            assertThat(tab.text("document.activeElement.id")).isEqualTo("besides-ways");
        }
    }

    @Test
    void theOverviewFollowsAnswersAndKeepsFiltersAndFocus() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            tab.run("window.loaded = 1; document.getElementById('text').focus()");
            tab.write("wuyuan");
            answer(tab);
            assertThat(tab.text("document.querySelector('#since [role=status]').textContent"))
                    .isEqualTo("Since the start: verdicts changed: 1; pairs changed: 17.");
            assertThat(tab.text("document.querySelector('.list tbody tr').innerText.replace(/\\s+/g, ' ')"))
                    .startsWith("1 Wuyuan Semiconductor 物元半导体 Qingdao 青岛 RECOMMEND 62.4–93");
            assertThat(tab.text("document.activeElement.id + ' ' + document.activeElement.value"))
                    .isEqualTo("text wuyuan");
            assertThat(tab.text("location.hash")).isEqualTo("#overview?text=wuyuan");
            assertThat(tab.run("window.loaded").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aMemoFollowsAnswersAndTheirUndoing() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            openMemo(tab);
            String verdict = "document.querySelector('#pair .verdict.large').textContent";
            assertThat(tab.text(verdict)).isEqualTo("HOLD");
            answer(tab);
            assertThat(tab.text(verdict)).isEqualTo("RECOMMEND");
            assertThat(tab.text("[...document.querySelectorAll('#pair .facts div')].pop().innerText"))
                    .isEqualTo("At the start\nHOLD 33.25–93");
            tab.run("document.getElementById('undo').click()");
            tab.await(verdict + " === 'HOLD'");
            tab.await("document.getElementById('since').innerText === ''");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aPairThatWasNotScreenedIsRefused() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            assertThat(tab.text("fetch('/api/pair?project=nobody&city=qingdao&day=2026-01-08').then(response =>"
                            + " response.json()).then(problem => problem.status + ' ' + problem.detail)"))
                    .isEqualTo("404 project `nobody` was not screened in `qingdao` on 2026-01-08");
        }
    }

    @Test
    void theChainsAndTheRulesAreViewsOfTheOverview() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            assertThat(values(tab, "document.querySelectorAll('nav a[data-view]')", "one.dataset.view"))
                    .containsExactly("overview", "chain", "rules");
            for (String view : List.of("chain", "rules", "overview")) {
                tab.run("document.querySelector('nav a[data-view=" + view + "]').click()");
                tab.await("!document.getElementById('" + view + "').hidden");
                assertThat(values(tab, "document.querySelectorAll('nav a[aria-current]')", "one.dataset.view"))
                        .containsExactly(view);
            }
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theReaderReturnsFromAMemoToItsLink() throws IOException {
        try (Served served = served()) {
            Tab tab = served.open("", 1280);
            tab.run("document.querySelector('.tiles .HOLD').click()");
            tab.run("document.querySelectorAll('.list tbody a')[3].focus()");
            String link = tab.text("document.activeElement.getAttribute('href')");
            int top = tab.run("scrollY").asInt();
            tab.press("Enter");
            tab.await("document.getElementById('besides-sure') !== null");
            tab.await("document.activeElement.tagName === 'H2'");
            tab.run("document.querySelector('#pair .tools a').focus()");
            tab.press("Enter");
            tab.await("document.activeElement.getAttribute('href') === '" + link + "'");
            assertThat(top).isPositive();
            assertThat(tab.run("scrollY").asInt()).isEqualTo(top);
            assertThat(tab.text("location.hash")).isEqualTo("#overview?verdict=HOLD");
        }
    }

    @Test
    void aLongListDrawsTheRowsInView() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser", "-u", many.toString())) {
            Tab tab = served.open("", 1280);
            tab.await("document.getElementById('sure') !== null");
            String list = "document.querySelector('.window:has(.list)')";
            String drawn = list + ".querySelectorAll('tbody tr:not(.blank)').length";
            assertThat(tab.text(list + ".querySelector('table').ariaRowCount")).isEqualTo("481");
            assertThat(tab.run(drawn).asInt()).isBetween(10, 60);
            tab.run(list + ".scrollTop = 1e9");
            tab.await(list + ".querySelector('[aria-rowindex=\"481\"]') !== null");
            assertThat(tab.run(drawn).asInt()).isBetween(10, 60);
            served.requireSound(tab);
        }
    }

    @Test
    void arrowsReachRowsOfTheHeatMapThatWereNotDrawn() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser", "-u", many.toString())) {
            Tab tab = served.open("", 1280);
            tab.await("document.getElementById('sure') !== null");
            tab.run("document.querySelector('.heat [tabindex=\"0\"]').focus()");
            for (int row = 2; row < 61; row++) {
                tab.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles:"
                        + " true, cancelable: true}))");
            }
            assertThat(tab.text("document.activeElement.closest('tr').ariaRowIndex"))
                    .isEqualTo("61");
            assertThat(tab.run("document.querySelectorAll('.heat [tabindex=\"0\"]').length")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aLongListIsPrintedByRows() throws IOException {
        try (Served served = new Served(browser, "serve", "--no-browser", "-u", many.toString())) {
            Tab tab = served.open("", 1280);
            tab.await("document.getElementById('sure') !== null");
            tab.run("addEventListener('beforeprint', () => { window.onPaper ="
                    + " document.querySelectorAll('.list tbody tr').length }); true");
            tab.pdf();
            assertThat(tab.run("onPaper").asInt()).isEqualTo(400);
            assertThat(tab.run("document.querySelectorAll('.window').length").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void namesNeverBecomeCode() throws IOException {
        String name = "</script><script>hacked=1</script><img src=x onerror=hacked=1>";
        Path own = folder.resolve("hostile.yaml");
        Files.writeString(
                own,
                "universe: {name: own, asOf: 2026-01-08}\ncities:\n  - {id: here, name: "
                        + JSON.writeValueAsString(name)
                        + "}\nprojects:\n  - id: own\n    name: " + JSON.writeValueAsString(name)
                        + "\n    links: [chip-design]\n  - {id: other, name: Other, links: [chip-design]}\n");
        try (Served served = new Served(browser, "serve", "--no-browser", "-u", own.toString())) {
            Tab tab = served.open("", 1280);
            tab.run("location.hash = '#pair/own/here/2026-01-08'");
            tab.await("document.getElementById('besides-sure') !== null");
            assertThat(tab.text("document.querySelector('#pair h2').textContent"))
                    .contains("<img src=x");
            assertThat(tab.text("typeof hacked")).isEqualTo("undefined");
            assertThat(tab.run("document.querySelectorAll('img').length").asInt())
                    .isZero();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static List<String> values(Tab tab, String all, String each) {
        List<String> values = new ArrayList<>();
        tab.run("[..." + all + "].map(one => " + each + ")").forEach(one -> values.add(one.asText()));
        return values;
    }
}
