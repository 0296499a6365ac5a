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
import org.junit.jupiter.params.provider.ValueSource;

/** Portfolios and matchings in a real browser. */
class PlansViewTest {

    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Run.assumeBuilt("portfolio");
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

    private static void set(Tab tab, String id, String value) {
        tab.run("document.getElementById('" + id + "').value = '" + value + "'");
    }

    private static void search(Tab tab) {
        tab.run("document.querySelector('#form [type=submit]').click()");
    }

    private static void awaitState(Tab tab, String state) {
        tab.await("document.documentElement.dataset.search === '" + state + "'");
    }

    private static String text(Tab tab, String selector) {
        return tab.text("document.querySelector('" + selector + "').innerText.replace(/\\s+/g, ' ').trim()");
    }

    private static void awaitProblems(Tab tab) {
        tab.await("document.querySelector('#problems p') !== null");
    }

    /** Returns a file that the server sends for a button. */
    private static String fetched(Tab tab, String address) {
        return tab.text("fetch('" + address + "').then(reply => reply.text())");
    }

    /** Returns the file of the plan that the page would save. */
    private static String plan(Tab tab) {
        return tab.text("document.querySelector('#result pre').textContent");
    }

    @Test
    void aPortfolioIsTheOneOfTheCommand() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            set(tab, "budget", "10bn");
            search(tab);
            awaitState(tab, "DONE");
            Path saved = folder.resolve("portfolio.yaml");
            Files.writeString(saved, plan(tab));
            assertThat(saved).hasContent("budget: 10bn yuan");
            assertThat(fetched(tab, "/api/portfolio/result?id=1&form=json"))
                    .isEqualTo(Run.winnow(
                                    "portfolio", saved.toString(), "-u", "illustrative", "-r", "battery", "-f", "json")
                            .out());
            assertThat(text(tab, "#result .block h2"))
                    .isEqualTo("Best set by the base case: 8 projects, 609.6 points, 9.8 bn yuan,"
                            + " best as far as pairs and groups tell");
        }
    }

    @Test
    void anEmptyPlanIsSearched() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            search(tab);
            awaitState(tab, "DONE");
            assertThat(text(tab, "#result .block h2")).startsWith("Best set by the base case: ");
        }
    }

    @Test
    void aMatchIsTheOneOfTheCommand() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("match", 1280);
            set(tab, "capacity", "2");
            search(tab);
            awaitState(tab, "DONE");
            assertThat(fetched(tab, "/api/match/result?id=1&form=md"))
                    .isEqualTo(Run.winnow(
                                    "match", "--capacity", "2", "-u", "illustrative", "-r", "battery", "-f", "markdown")
                            .out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "xlsx", "docx", "md", "csv", "json"})
    void aResultIsSavedInTheFormatsOfTheCommand(String ending) throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("match", 1280);
            set(tab, "capacity", "1");
            search(tab);
            awaitState(tab, "DONE");
            assertThat(tab.text("fetch('/api/match/result?id=1&form=" + ending + "').then(reply => reply.status + ' '"
                            + " + reply.headers.get('Content-Disposition'))"))
                    .isEqualTo("200 attachment; filename*=UTF-8''match." + ending);
        }
    }

    @Test
    void aCancelledSearchEndsAndANewOneCanStart() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            set(tab, "budget", "10bn");
            search(tab);
            awaitState(tab, "RUNNING");
            assertThat(tab.run("document.getElementById('cancel').hidden").asBoolean())
                    .isFalse();
            tab.run("document.getElementById('cancel').click()");
            awaitState(tab, "CANCELLED");
            assertThat(text(tab, "#step")).startsWith("Cancelled.");
            search(tab);
            awaitState(tab, "DONE");
        }
    }

    @Test
    void anAddressKeepsThePlan() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            set(tab, "budget", "5bn");
            tab.run("document.querySelectorAll('#by-project select')[0].value = 'must'");
            search(tab);
            awaitState(tab, "DONE");
            String address = tab.text("location.href");
            Served.go(tab, address);
            assertThat(tab.text("document.getElementById('budget').value")).isEqualTo("5bn");
            assertThat(tab.text("document.querySelectorAll('#by-project select')[0].value"))
                    .isEqualTo("must");
        }
    }

    @Test
    void aPlanFileFillsTheFormAndIsSavedAgain() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            String file = "title: \\\"2026: first\\\"\\nbudget: 10 bn yuan\\nmust: [looper]\\ncities: {alderbay: 6 bn"
                    + " yuan}\\nbudgets: {2026: 3 bn yuan}\\n";
            tab.run("(() => { const files = new DataTransfer(); files.items.add(new File([\"" + file
                    + "\"], 'mine.yaml'));"
                    + " const input = document.getElementById('plan'); input.files = files.files;"
                    + " input.dispatchEvent(new Event('change')); })()");
            tab.await("document.getElementById('budget').value === '10 bn yuan'");
            assertThat(tab.text("document.getElementById('title').value")).isEqualTo("2026: first");
            assertThat(tab.text("document.getElementById('city-alderbay').value"))
                    .isEqualTo("6 bn yuan");
            assertThat(tab.text("document.getElementById('further').value")).isEqualTo("budgets: {2026: 3 bn yuan}\n");
            search(tab);
            awaitState(tab, "DONE");
            assertThat(plan(tab))
                    .isEqualTo(
                            "title: \"2026: first\"\nbudget: 10 bn yuan\ncities: {alderbay: 6 bn yuan}\nmust: [looper]\n"
                                    + "budgets: {2026: 3 bn yuan}\n");
        }
    }

    @Test
    void problemsOfAPlanAreNamedAndNothingIsSearched() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            set(tab, "budget", "<img src=x onerror=window.ran=1>");
            set(tab, "further", "neds: {a: [b]}");
            search(tab);
            awaitProblems(tab);
            assertThat(text(tab, "#problems"))
                    .isEqualTo("<img src=x onerror=window.ran=1> is not money; such as 300 mn yuan"
                            + " a portfolio has no neds; did you mean needs?");
            assertThat(tab.run("window.ran === undefined && document.querySelector('#view img') === null")
                            .asBoolean())
                    .isTrue();
            assertThat(tab.text("document.documentElement.dataset.search")).isEqualTo("NONE");
        }
    }

    @Test
    void aFileThatIsNoPlanIsNamed() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("match", 1280);
            tab.run("(() => { const files = new DataTransfer(); files.items.add(new File(['- a\\n- b'], 'mine.yaml'));"
                    + " const input = document.getElementById('plan'); input.files = files.files;"
                    + " input.dispatchEvent(new Event('change')); })()");
            awaitProblems(tab);
            assertThat(text(tab, "#problems"))
                    .isEqualTo("expected a plan with capacities: and other keys, found a list");
        }
    }

    @Test
    void hostileNamesOfAPlanStayText() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("portfolio", 1280);
            set(tab, "title", "<script>window.ran=1</script>");
            set(tab, "further", "candidates: [{id: a, name: \"<img src=x onerror=window.ran=1>\", worth: 1, cost: 1}]");
            set(tab, "budget", "14");
            search(tab);
            awaitState(tab, "DONE");
            assertThat(text(tab, "#result")).contains("<img src=x onerror=window.ran=1>");
            assertThat(tab.run("window.ran === undefined && document.querySelector('#view img, #view script') === null")
                            .asBoolean())
                    .isTrue();
            served.requireSound(tab);
            Served.go(tab, served.base() + "portfolio/page?id=1");
            assertThat(tab.run("window.ran === undefined").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void theViewsAreSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            for (String view : new String[] {"portfolio", "match"}) {
                Tab tab = served.open(view, width);
                served.requireSound(tab);
                set(tab, view.equals("match") ? "capacity" : "budget", view.equals("match") ? "2" : "10bn");
                set(tab, "draws", "20"); // the result has the same parts
                tab.run("document.querySelectorAll('details').forEach(one => { one.open = true; })");
                search(tab);
                awaitState(tab, "DONE");
                served.requireSound(tab);
            }
        }
    }
}
