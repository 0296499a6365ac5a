package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a pack in the editor of the workbench, in a real browser. */
class RulesViewTest {

    private static final String DEMAND = "demand-pull.drl";

    private static Browser browser;

    @TempDir
    private Path folder;

    private PackCopy pack;

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
    void copy() {
        pack = PackCopy.of("battery", folder);
    }

    private Served served(String language, String... more) throws IOException {
        String[] all = Stream.concat(
                        Stream.of(
                                "--lang",
                                language,
                                "serve",
                                "--no-browser",
                                "-u",
                                "illustrative",
                                "-r",
                                pack.folder().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return new Served(browser, all);
    }

    private static Tab open(Served served, String file, int line) {
        Tab tab = served.open("rules#file=" + file + "&line=" + line, 1280);
        tab.await("document.querySelector('#files [aria-current]').textContent.startsWith('" + file + "')"
                + " && document.querySelector('#problem-count').textContent !== ''");
        return tab;
    }

    /** Presses keys such as {@code ArrowRight}; {@code Mod+z} holds the control key, {@code Shift+} the shift key. */
    private static void press(Tab tab, String... keys) {
        for (String key : keys) {
            boolean control = key.startsWith("Mod+");
            boolean shift = key.startsWith("Shift+");
            String bare = key.replaceFirst("^(Mod|Shift)\\+", "");
            tab.run("(() => { const target = document.activeElement; for (const type of ['keydown', 'keyup'])"
                    + " target.dispatchEvent(new KeyboardEvent(type, {key: '" + bare + "', code: '" + bare
                    + "', bubbles: true, cancelable: true, ctrlKey: " + control + ", shiftKey: " + shift
                    + "})); })()");
        }
    }

    /** Places the cursor behind the first occurrence of a text in the shown file, which must be drawn. */
    private static void after(Tab tab, String text) {
        tab.run("(() => { const walker = document.createTreeWalker(document.querySelector('.cm-content'), 4);"
                + " const line = [...document.querySelectorAll('.cm-line')].find(one => one.textContent.includes('"
                + text
                + "')); let left = line.textContent.indexOf('" + text + "') + " + text.length()
                + "; walker.currentNode = line; let node = walker.nextNode();"
                + " while (left > node.length) { left -= node.length; node = walker.nextNode(); }"
                + " document.querySelector('.cm-content').focus(); getSelection().collapse(node, left); })()");
    }

    private static void command(Tab tab, int number) {
        tab.run("document.querySelectorAll('#commands button')[" + number + "].click()");
    }

    private static void answer(Tab tab, int button) {
        tab.run("document.querySelectorAll('dialog .buttons button')[" + button + "].click()");
    }

    private static String problems(Tab tab) {
        return tab.text("document.getElementById('problems').innerText.replace(/\\s+/g, ' ').trim()");
    }

    private static void awaitProblems(Tab tab, String start) {
        tab.await("document.getElementById('problem-count').textContent.startsWith('" + start + "')");
    }

    private static void awaitStatus(Tab tab, String start) {
        tab.await("document.getElementById('editor-status').textContent.startsWith('" + start + "')");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390", "en, 2560"})
    void theEditorIsSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            Tab tab = served.open("rules#file=" + DEMAND + "&line=15", width);
            tab.await("document.querySelector('#problem-count').textContent !== ''");
            served.requireSound(tab);
            command(tab, 1);
            tab.await("document.querySelector('dialog[open]') !== null");
            served.requireSound(tab, "'dialog'");
            answer(tab, 1);
            after(tab, "annualOutput");
            tab.write("x");
            awaitProblems(tab, language.equals("en") ? "Errors: 1" : "错误：1");
            served.requireSound(tab);
            command(tab, 0);
            tab.await("document.querySelector('dialog .cm-editor') !== null");
            served.requireSound(tab, "'dialog'");
        }
    }

    @Test
    void aTypoIsReportedAsItIsTypedAndCorrected() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 15);
            after(tab, "annualOutput");
            tab.write("s");
            awaitProblems(tab, "Errors: 1");
            assertThat(problems(tab))
                    .contains("Error demand-pull.drl:15:69 Demand has no annualOutputs; did you mean annualOutput?");
            tab.await("document.querySelector('.cm-lintRange-error') !== null");
            press(tab, "Mod+.");
            awaitProblems(tab, "No problems.");
            assertThat(tab.text("document.getElementById('edits').textContent"))
                    .isEqualTo("There are no unsaved edits.");
        }
    }

    @Test
    void wordsAreCompleted() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 15);
            after(tab, "$size : annualOutput, ");
            tab.write("par");
            tab.await("document.querySelector('.cm-tooltip-autocomplete li[aria-selected]') !== null");
            assertThat(tab.text("document.querySelector('.cm-tooltip-autocomplete li').textContent"))
                    .isEqualTo("partsPerUnitparts per unit");
            tab.await("document.querySelector('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)')");
            press(tab, "Enter");
            tab.await("document.querySelector('.cm-content').textContent.includes('partsPerUnitannualOutput')");
        }
    }

    @Test
    void aNameLeadsToItsDefinitionAndPlacesAndIsRenamedInAllFiles() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 13);
            after(tab, "end-market-s");
            press(tab, "F12");
            tab.await("document.querySelector('#files [aria-current]').textContent === 'limits.yaml'");
            press(tab, "Shift+F12");
            tab.await("!document.getElementById('places').hidden");
            assertThat(tab.text("document.querySelector('#places ol').innerText"))
                    .contains("demand-pull.drl:13:17")
                    .contains("limits.yaml:3:9")
                    .contains("zh.yaml:16:3");
            tab.run("document.querySelector('#places > button').click()");
            press(tab, "F2");
            tab.await("document.querySelector('dialog input') !== null");
            tab.run("document.querySelector('dialog input').value = 'large market'");
            answer(tab, 0);
            tab.await("document.querySelector('dialog .refusal').textContent !== ''");
            assertThat(tab.text("document.querySelector('dialog .refusal').textContent"))
                    .isEqualTo(
                            "large market is not kebab-case; write small letters, digits and single - between words");
            tab.run("document.querySelector('dialog input').value = 'large-market'");
            answer(tab, 0);
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 3.')");
            assertThat(problems(tab)).isEqualTo("No problems.");
        }
    }

    @Test
    void savingShowsTheDifferenceAndWritesIt() throws IOException {
        Run.assumeBuilt("rules check");
        String before = pack.text(DEMAND);
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 11);
            after(tab, "@points(25");
            press(tab, "Backspace");
            tab.write("6");
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 1.')");
            assertThat(pack.text(DEMAND)).isEqualTo(before);
            command(tab, 0);
            tab.await("document.querySelector('dialog .cm-changedLine') !== null");
            assertThat(tab.text("document.querySelector('dialog .cm-deletedChunk').textContent"))
                    .contains("@points(25)");
            assertThat(tab.text("document.querySelector('dialog .cm-changedLine').textContent"))
                    .contains("@points(26)");
            answer(tab, 0);
            awaitStatus(tab, "Files saved: 1. The screening uses them.");
        }
        assertThat(pack.text(DEMAND)).isEqualTo(before.replaceFirst("points\\(25\\)", "points(26)"));
        assertThat(Run.winnow("rules", "check", pack.folder().toString()).err()).doesNotContain("error");
    }

    @Test
    void unsavedEditsSurviveAReload() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 11);
            after(tab, "@points(25");
            tab.write("<img src=x onerror=window.ran=1>");
            awaitProblems(tab, "Errors");
            Tab again = open(served, DEMAND, 11);
            assertThat(again.text("document.querySelector('.cm-activeLine').textContent"))
                    .contains("@points(25<img src=x onerror=window.ran=1>");
            assertThat(again.run("window.ran === undefined").asBoolean()).isTrue();
        }
    }

    @Test
    void nothingIsSavedWhileTheTextOfAnotherFileWasNotAccepted() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, "limits.yaml", 1);
            tab.run("import('/assets/rules-draft.js').then(draft => draft.put('README.md', 'x'.repeat(600000), ''))");
            tab.await("document.getElementById('editor-status').textContent.includes('larger than 512')");
            assertThat(tab.text("document.getElementById('edits').textContent")).isEmpty();
            after(tab, "limits:");
            tab.write(" ");
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 1.')");
            command(tab, 0);
            tab.await("document.getElementById('editor-status').textContent.includes('larger than 512')");
            assertThat(tab.run("document.querySelector('dialog') === null").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aFileThatChangedOnDiskMeanwhileIsMergedAndNotLost() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 11);
            after(tab, "@points(25");
            press(tab, "Backspace");
            tab.write("6");
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 1.')");
            pack.add(DEMAND, "// theirs\n");
            command(tab, 0);
            tab.await("document.querySelector('dialog .cm-changedLine') !== null");
            assertThat(tab.text("document.querySelector('dialog h2').textContent"))
                    .isEqualTo("demand-pull.drl was changed on disk");
            served.requireSound(tab, "'dialog'");
            assertThat(pack.text(DEMAND)).endsWith("// theirs\n").contains("@points(25)");
            answer(tab, 0);
            tab.await("document.querySelector('dialog h2').textContent === 'Save? Files that change: 1'");
            answer(tab, 0);
            awaitStatus(tab, "Files saved: 1.");
        }
        assertThat(pack.text(DEMAND)).endsWith("// theirs\n").contains("@points(26)");
    }

    @Test
    void aNewRuleFromAFormIsPartOfTheEdits() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 1);
            command(tab, 1);
            tab.await("document.querySelector('dialog [name=id]') !== null");
            tab.run("document.querySelector('dialog [name=id]').value = 'port-at-hand'");
            answer(tab, 0);
            tab.await("document.querySelector('.cm-activeLine').textContent.startsWith('// port-at-hand')");
            assertThat(tab.text("[...document.querySelectorAll('#files .edited')].map(one =>"
                            + " one.firstChild.textContent).join(' ')"))
                    .isEqualTo("limits.yaml demand-pull.drl cases/demand-pull.yaml");
        }
        assertThat(pack.text(DEMAND)).doesNotContain("port-at-hand");
    }

    @Test
    void editsAreDiscardedForOneFileOrForAll() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 1);
            command(tab, 1);
            tab.await("document.querySelector('dialog [name=id]') !== null");
            tab.run("document.querySelector('dialog [name=id]').value = 'port-at-hand'");
            answer(tab, 0);
            tab.await("document.querySelector('.cm-activeLine').textContent.startsWith('// port-at-hand')"
                    + " && document.querySelector('dialog') === null");
            command(tab, 8);
            tab.await("document.querySelector('dialog[open]') !== null");
            answer(tab, 0);
            tab.await("!document.querySelector('.cm-content').textContent.includes('port-at-hand')"
                    + " && document.querySelector('dialog') === null");
            assertThat(tab.text("document.getElementById('edits').textContent"))
                    .startsWith("Files with unsaved edits: 2.");
            command(tab, 8);
            tab.await("document.querySelector('dialog[open]') !== null");
            answer(tab, 0);
            tab.await("document.getElementById('edits').textContent === 'There are no unsaved edits.'");
        }
    }

    @Test
    void aReadOnlyServerOffersTheChangedFilesForDownload() throws IOException {
        try (Served served = served("en", "--read-only")) {
            Tab tab = open(served, DEMAND, 11);
            after(tab, "@points(25");
            press(tab, "Backspace");
            tab.write("6");
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 1.')");
            command(tab, 0);
            tab.await("document.querySelector('dialog .notice') !== null");
            assertThat(tab.text("document.querySelector('dialog .notice').textContent"))
                    .isEqualTo("this server is read-only");
            assertThat(tab.text("[...document.querySelectorAll('dialog .buttons button')].map(one =>"
                            + " one.textContent).join(' / ')"))
                    .isEqualTo("Download the changed files / Cancel");
        }
    }

    @Test
    void theKeyboardLeavesTheEditorByEscapeAndTab() throws IOException {
        try (Served served = served("en")) {
            Tab tab = open(served, DEMAND, 11);
            assertThat(tab.run("document.activeElement.classList.contains('cm-content')")
                            .asBoolean())
                    .isTrue();
            tab.press("Escape").press("Tab");
            assertThat(tab.run("document.activeElement.classList.contains('cm-content')")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aSavedRuleMovesTheOverview() throws IOException {
        try (Served served = served("en")) {
            String before = served.open("", 1280).text("document.getElementById('overview').innerText");
            Tab tab = open(served, "pack.yaml", 1);
            after(tab, "weight: 45");
            press(tab, "Backspace");
            tab.write("0");
            tab.await("document.getElementById('edits').textContent.startsWith('Files with unsaved edits: 1.')");
            command(tab, 0);
            tab.await("document.querySelector('dialog .cm-changedLine') !== null");
            answer(tab, 0);
            awaitStatus(tab, "Files saved: 1. The screening uses them.");
            assertThat(served.open("", 1280).text("document.getElementById('overview').innerText"))
                    .isNotEqualTo(before);
            assertThat(tab.run("document.getElementById('undo').disabled").asBoolean())
                    .isTrue();
        }
    }
}
