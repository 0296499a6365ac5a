package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of {@code winnow serve} in a real browser. */
class ServePageTest {

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
        }
    }

    @Test
    void theOverviewLeadsToAMemoAndToTheQuestionsAndBack() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.openFirst(1280);
            assertThat(tab.text("location.href")).isEqualTo(served.base());
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
