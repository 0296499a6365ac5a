package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question form, completed in a real browser. */
class QuestionFormTest {

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path form;

    @BeforeAll
    static void ask() {
        browser = Browser.start();
        form = folder.resolve("q.html");
        Run run = Run.winnow("ask", "wuyuan", "qingdao", "-q", "-o", form.toString());
        assertThat(run.err()).isEmpty();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String question(String fact) {
        return "document.querySelector('.question[data-fact=\"" + fact + "\"]')";
    }

    private static void write(Tab tab, String fact, String answer) {
        tab.run(question(fact) + ".querySelector('[data-value]').focus()");
        tab.write(answer);
    }

    private static void choose(Tab tab, String fact, String part, String choice) {
        tab.run("(() => { const field = " + question(fact) + ".querySelector('" + part + "'); field.value = '"
                + choice.replace("'", "\\'")
                + "'; field.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    private static void tick(Tab tab, String fact, String choice) {
        tab.run(question(fact) + ".querySelector('[value=\"" + choice + "\"]').click()");
    }

    /** Captures the files that the page saves. */
    private static void listen(Tab tab) {
        tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                + " file.text().then(text => { window.savedAnswers = text; }); return make(file); }; })()");
    }

    @Test
    void completedFormsAreReadAsAnswers() throws IOException {
        Tab tab = browser.tab().open(form, "");
        listen(tab);
        tab.run("document.getElementById('by').focus()");
        tab.write("Li Ming");
        tab.run("document.getElementById('asOf').focus()");
        tab.write("2026-02-01");
        write(tab, "project.coInvestors", "Haier; Hisense");
        tick(tab, "project.endMarkets", "none");
        tick(tab, "project.endMarkets", "Consumer electronics");
        tick(tab, "project.endMarkets", "Home appliances");
        write(tab, "project.yieldRate", "95");
        choose(tab, "project.technicalLeader", "[data-answer]", "yes");
        choose(tab, "project.yearsToFirstProduct", "[data-reply]", "don't know");
        tab.run(question("city.funds") + ".querySelector('.add').click()");
        assertThat(tab.text("document.activeElement.dataset.name")).isEqualTo("id");
        tab.run(question("city.funds") + ".querySelector('[data-name=name]').focus()");
        tab.write("Quay fund");
        tab.run(question("city.funds") + ".querySelector('[data-name=available]').focus()");
        tab.write("2");
        assertThat(tab.text("document.getElementById('status').textContent")).startsWith("6 of ");

        tab.run("document.querySelector('.save button').click()");
        tab.await("window.savedAnswers !== undefined");
        Path saved = folder.resolve("answers.json");
        Files.writeString(saved, tab.text("window.savedAnswers"));
        assertThat(tab.text("document.getElementById('status').textContent"))
                .isEqualTo("Saved answers.json with 6 answers. Send it back.");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .allMatch(url ->
                        url.startsWith(form.toUri().toString()) || url.startsWith("blob:") || url.equals("data:,"));

        Run run = Run.winnow("answers", saved.toString());
        assertThat(run.err()).doesNotContain("another edition");
        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "answers taken: 6, rows refused: 0",
                        "95 % (Li Ming, file answers.json, 2026-02-01)",
                        "Quay fund",
                        "2 bn yuan")
                .contains("Wuyuan Semiconductor in Qingdao: RECOMMEND");
    }

    @Test
    void invalidAnswersAreScrolledIntoView() {
        Tab tab = browser.tab().open(form, "");
        listen(tab);
        write(tab, "project.yieldRate", "high");
        tab.run("document.querySelector('.save button').click()");
        assertThat(tab.text("document.activeElement.closest('.question').dataset.fact"))
                .isEqualTo("project.yieldRate");
        assertThat(tab.text(question("project.yieldRate") + ".querySelector('.wrong').textContent"))
                .isEqualTo("This cannot be read; see the hint on how to write it.");
        assertThat(tab.run("window.savedAnswers === undefined").asBoolean()).isTrue();
    }

    @Test
    void anUnusualAmountIsSavedOnlyIfConfirmed() throws IOException {
        Tab tab = browser.tab().open(form, "");
        listen(tab);
        write(tab, "project.fundingNeed", "450000");
        tab.run("document.querySelector('.save button').click()");
        assertThat(tab.text(question("project.fundingNeed") + ".querySelector('.wrong').textContent"))
                .isEqualTo("This is far larger than any known value of its kind. If it is right, save again.");
        assertThat(tab.run("window.savedAnswers === undefined").asBoolean()).isTrue();

        tab.run("document.querySelector('.save button').click()");
        tab.await("window.savedAnswers !== undefined");
        assertThat(tab.text("window.savedAnswers")).contains("\"answer\": \"450000!\"");
        Path saved = folder.resolve("far.json");
        Files.writeString(saved, tab.text("window.savedAnswers"));
        assertThat(Run.winnow("answers", saved.toString()).out()).contains("answers taken: 1, rows refused: 0");

        Path unmarked = folder.resolve("unmarked.json");
        Files.writeString(unmarked, tab.text("window.savedAnswers").replace("450000!", "450000"));
        assertThat(Run.winnow("answers", unmarked.toString()).err())
                .contains("`450000` means `450000 bn yuan` here, far more than any known `fundingNeed`");
    }

    @Test
    void fieldsHaveLabelsAndNoAccessibilityViolations() throws IOException {
        for (String language : List.of("en", "zh")) {
            Path page = folder.resolve(language + ".html");
            Run.winnow("ask", "wuyuan", "qingdao", "-q", "--lang", language, "-o", page.toString());
            Tab tab = browser.tab().open(page, "");
            tab.run("document.querySelectorAll('.add').forEach(one => one.click())");
            tab.run("document.querySelectorAll('details').forEach(one => { one.open = true })");
            assertThat(tab.run("[...document.querySelectorAll('input, select')].filter(one =>"
                                    + " !one.labels.length).length")
                            .asInt())
                    .isZero();
            assertThat(Pages.violations(tab, "document", "")).isEmpty();
        }
    }

    @Test
    void theKeyboardSuffices() {
        Tab tab = browser.tab().open(form, "");
        tab.press("Tab");
        assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
        tab.press("Enter");
        tab.await("document.activeElement.id === 'main'");
        tab.press("Tab");
        assertThat(tab.text("document.activeElement.id")).isEqualTo("by");
    }

    @Test
    void theFormFitsAPhone() {
        Tab tab = browser.tab().open(form, "").window(390, 844);
        assertThat(tab.run("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    }
}
