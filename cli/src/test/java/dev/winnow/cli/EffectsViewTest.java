package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effects of unsaved edits beside the editor of {@code winnow serve}, in a real browser. */
class EffectsViewTest {

    private static Browser browser;

    @TempDir
    private Path folder;

    private Path pack;

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
        pack = folder.resolve("battery");
        Path shipped = Run.HOME.resolve("rules/battery");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = pack.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private Served served(String language) throws IOException {
        return new Served(
                browser, "--lang", language, "serve", "--no-browser", "-u", "illustrative", "-r", pack.toString());
    }

    /** Opens the view and waits until all effects are shown. */
    private static Tab rules(Served served, String place, int width) {
        Tab tab = served.open("rules" + place, width);
        tab.await("document.querySelector('#effects-rule').textContent !== '' && " + slider("LIMIT yield-asked")
                + " !== null");
        return tab;
    }

    private static String slider(String key) {
        return "document.querySelector('[data-key=\"" + key + "\"] input[type=range]')";
    }

    private static void move(Tab tab, String key, int value) {
        tab.run("(() => { const slider = " + slider(key) + "; slider.value = " + value
                + "; slider.dispatchEvent(new Event('input')); })()");
    }

    /** Waits for an effect of the edits whose headline contains a text. */
    private static void awaitHeadline(Tab tab, String text) {
        tab.await("document.getElementById('effects-headline').textContent.includes('" + text + "')");
    }

    private static String text(Tab tab, String selector) {
        return tab.text("document.querySelector('" + selector + "').innerText.replace(/\\s+/g, ' ').trim()");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void theEffectsAreSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            Tab tab = rules(served, "#file=demand-pull.drl&line=12", width);
            move(tab, "THRESHOLD recommend", 40);
            tab.await("document.querySelector('#effects-moved .flip') !== null");
            move(tab, "LIMIT end-market-scale", 80);
            tab.await("document.querySelector('#effects-tests .cases') !== null");
            tab.run("document.querySelectorAll('#effects details').forEach(one => { one.open = true; })");
            served.requireSound(tab, "'#effects'");
        }
    }

    @Test
    void withoutEditsNothingMoves() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            assertThat(text(tab, "#effects-headline")).isEqualTo("Nothing is edited, so nothing moves.");
        }
    }

    @Test
    void aSliderShowsTheFlipsThatTheCommandPrints() throws IOException {
        Run.assumeBuilt("compare");
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            move(tab, "THRESHOLD recommend", 40);
            awaitHeadline(tab, "2 verdicts flip");
            assertThat(text(tab, "#effects-verdicts .edits")).isEqualTo("E1 threshold recommend 50 → 40 flips 2");
            assertThat(text(tab, "#effects-moved tbody tr"))
                    .isEqualTo("Clearsalt electrolyte plant Alderbay (invented) HOLD → RECOMMEND 46.25–58.75 7 E1");
            Path file = pack.resolve("pack.yaml");
            Files.writeString(file, Files.readString(file).replace("recommend: 50", "recommend: 40"));
            assertThat(Run.winnow("compare", "battery", pack.toString(), "-u", "illustrative")
                            .out())
                    .contains("2 verdicts flip, no other assessment moves, 34 stay as they were.");
        }
    }

    @Test
    void aFlipLeadsToTheMemoAndToItsEdit() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            move(tab, "THRESHOLD recommend", 40);
            awaitHeadline(tab, "2 verdicts flip");
            tab.run("document.querySelector('#effects-verdicts .edits .place').click()");
            tab.await("document.querySelector('#files [aria-current]').textContent.startsWith('pack.yaml')");
            Served.go(tab, tab.text("document.querySelector('#effects-moved tbody a').href"));
            assertThat(text(tab, "#pair h2")).startsWith("Clearsalt electrolyte plant");
        }
    }

    @Test
    void aSliderChangesOnlyItsNumberInTheFile() throws IOException {
        String limits = Files.readString(pack.resolve("limits.yaml"));
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            move(tab, "LIMIT cells-scale", 40_000_000);
            tab.await("document.querySelector('#files').textContent.includes('unsaved')");
            assertThat(tab.text("fetch('/api/rules/file?name=limits.yaml').then(answer => answer.json())"
                            + ".then(file => file.text)"))
                    .isEqualTo(limits.replace("\"30,000,000\"", "\"40,000,000\""));
        }
    }

    @Test
    void casesTurnRedAndGreenAgain() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            assertThat(text(tab, "#effects-cases")).isEqualTo("Cases passed: 147; failed: 0.");
            move(tab, "LIMIT end-market-scale", 80);
            tab.await("document.querySelector('#effects-cases.bad') !== null");
            assertThat(text(tab, "#effects-tests .cases > li.changed dl")).startsWith("expected fires");
            tab.run("document.querySelector('#effects-tests .cases .place').click()");
            tab.await("document.querySelector('#files [aria-current]').textContent.startsWith('cases/')");
            move(tab, "LIMIT end-market-scale", 40);
            tab.await("document.querySelector('#effects-cases.good') !== null");
            awaitHeadline(tab, "Nothing is edited");
        }
    }

    @Test
    void anArrowKeyMovesASlider() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            tab.run("document.querySelector('[data-kind=THRESHOLD]').open = true");
            tab.run(slider("THRESHOLD recommend") + ".focus()");
            for (String type : List.of("rawKeyDown", "keyUp")) {
                tab.command(
                        "Input.dispatchKeyEvent",
                        Map.of("type", type, "key", "ArrowLeft", "code", "ArrowLeft", "windowsVirtualKeyCode", 37));
            }
            tab.await("document.querySelector('#effects-verdicts .edits').textContent.includes('50 → 49')");
            assertThat(tab.text("document.activeElement.id")).isEqualTo("number-THRESHOLD-recommend");
        }
    }

    @Test
    void theLastGoodEffectStaysWhileTheEditsHaveProblems() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            move(tab, "THRESHOLD recommend", 40);
            awaitHeadline(tab, "2 verdicts flip");
            tab.run("(() => { const field = document.querySelector('[data-key=\"WEIGHT funding\"] input[type=text]');"
                    + " field.value = '0'; field.dispatchEvent(new Event('change')); })()");
            tab.await("document.querySelector('#effects-verdicts.stale') !== null");
            assertThat(text(tab, "#effects-problems"))
                    .isEqualTo("The edits have problems (1). The effect below is that of the last edits without"
                            + " problems.");
            assertThat(text(tab, "#effects-headline")).startsWith("2 verdicts flip");
        }
    }

    @Test
    void aFieldRefusesTextThatIsNoNumber() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            tab.run("(() => { const field = document.querySelector('[data-key=\"WEIGHT funding\"] input[type=text]');"
                    + " field.value = '<img src=x onerror=window.ran=1>'; field.dispatchEvent(new"
                    + " Event('change')); })()");
            assertThat(tab.run("document.querySelector('[data-key=\"WEIGHT funding\"] [aria-invalid=true]') !== null"
                                    + " && window.ran === undefined")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void theRuleAtTheCursorTellsItsMatches() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "#file=demand-pull.drl&line=12", 1280);
            tab.await("document.querySelector('#effects-rule small') !== null");
            assertThat(text(tab, "#effects-rule p:nth-of-type(2)"))
                    .isEqualTo("Of all pairs, the rule holds for 11 and is open for 0; there are 36 pairs.");
        }
    }

    @Test
    void titlesOfThePackNeverBecomeHtml() throws IOException {
        Path limits = pack.resolve("limits.yaml");
        Files.writeString(
                limits,
                Files.readString(limits)
                        .replace("title: Yield required of a plant", "title: <img src=x onerror=window.ran=1>"));
        try (Served served = served("en")) {
            Tab tab = rules(served, "", 1280);
            assertThat(text(tab, "[data-key=\"LIMIT yield-asked\"] label"))
                    .isEqualTo("<img src=x onerror=window.ran=1>");
            assertThat(tab.run("window.ran === undefined").asBoolean()).isTrue();
        }
    }

    @Test
    void theBestRankedOfManyPairsAreComparedFirst() throws IOException {
        Path many = folder.resolve("many.yaml");
        Run.winnow(
                "synth",
                "-u",
                "illustrative",
                "-r",
                "battery",
                "--projects",
                "210",
                "--cities",
                "5",
                "-o",
                many.toString());
        try (Served served =
                new Served(browser, "serve", "--no-browser", "-u", many.toString(), "-r", pack.toString())) {
            Tab tab = rules(served, "", 1280);
            tab.run("(() => { window.seen = []; const now = document.getElementById('effects-now');"
                    + " new MutationObserver(() => window.seen.push(now.dataset.complete))"
                    + ".observe(now, {attributes: true}); })()");
            move(tab, "THRESHOLD recommend", 40);
            tab.await("window.seen.at(-1) === 'true'");
            assertThat(tab.text("window.seen[0]")).isEqualTo("false");
            assertThat(text(tab, "#effects-headline")).contains("flip");
        }
    }

    @Test
    void linesThatNoCaseCoversAreMarkedInTheEditor() throws IOException {
        try (Served served = served("en")) {
            Tab tab = rules(served, "#file=order-of-logic.drl", 1280);
            tab.run("import('/assets/editor.js').then(async editor => { const name = 'cases/order-of-logic.yaml';"
                    + " const text = await editor.text(name);"
                    + " await editor.change(name, text.slice(0, text.indexOf('  - case: Scooters may'))); })");
            tab.await("document.querySelector('.cm-coverage .cm-uncovered') !== null");
            assertThat(tab.text("document.querySelector('.cm-coverage .cm-uncovered').title"))
                    .startsWith("no case in which it: ");
        }
    }
}
