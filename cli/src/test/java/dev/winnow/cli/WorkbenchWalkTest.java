package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks through the views of {@code winnow serve}, in a real browser: from a list to a decision, and from a typo to a saved rule. */
class WorkbenchWalkTest {

    private static final String DEMAND = "demand-pull.drl";

    private static final String PROJECT = "蓝海特色工艺晶圆线";

    @TempDir
    private Path folder;

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

    /** A bureau's list of one project, in which the heading of a column may mean something else. */
    private Path workbook() throws IOException {
        Path file = folder.resolve("重点项目.xlsx");
        List<List<Object>> rows = List.of(
                List.of("2025年重点在谈项目清单"),
                List.of(
                        "项目名称", "实施主体", "所属赛道", "所属环节", "年营收（亿元）", "是否稀缺技术", "自有技术", "内资企业", "带动企业", "国产设备率", "国产材料率",
                        "稀缺性", "量产日期"),
                List.of(PROJECT, "蓝海微电子", "集成电路", "晶圆制造", 12, "是", "是", "是", 12, "75%", "90%", "是", "2025-08-01"));
        return DroppedFile.workbook(file, rows);
    }

    private static void drop(Tab tab, Path file) throws IOException {
        DroppedFile.of(file).on(tab, "document.getElementById('drop')");
    }

    /** Keeps the text of the next file that the page saves. */
    private static void keepSaved(Tab tab) {
        tab.run("(() => { delete window.savedText; const make = URL.createObjectURL; URL.createObjectURL = file => {"
                + " file.text().then(text => { window.savedText = text; }); return make(file); }; })()");
    }

    private static String saved(Tab tab) {
        tab.await("window.savedText !== undefined");
        return tab.text("window.savedText");
    }

    private static void awaitText(Tab tab, String selector, String part) {
        tab.await(
                "document.querySelector('" + selector + "')?.innerText.replace(/\\s+/g, ' ').includes('" + part + "')");
    }

    private static void picture(Tab tab, String name) throws IOException {
        String pictures = System.getProperty("winnow.pictures");
        if (pictures != null) {
            Files.write(Files.createDirectories(Path.of(pictures)).resolve(name + ".png"), tab.picture());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 1280, 待定, 推荐, 消费电子, 家电", "en, 390, HOLD, RECOMMEND, Consumer electronics, Home appliances"})
    void aListBecomesADecisionOnRecord(
            String language, int width, String hold, String recommend, String market, String other) throws IOException {
        Path list = workbook();
        Path answers = folder.resolve("answers.json");
        String records = folder.resolve("records.db").toString();
        String shot = language + "-" + width + "-";
        try (Served served = new Served(browser, "--lang", language, "serve", "--no-browser", "--records=" + records)) {
            // The list is dropped, and the column that was not understood gets its meaning.
            Tab tab = served.open("candidates", width);
            drop(tab, list);
            tab.await("document.querySelector('.file') !== null && !document.body.hasAttribute('aria-busy')");
            picture(tab, shot + "1-candidates");
            served.requireSound(tab);
            tab.run("document.querySelector('.column .choice').click()");
            tab.await("!document.getElementById('screen').disabled && document.querySelector('.rows td') !== null");
            keepSaved(tab);
            tab.run("document.querySelector('.file .title button').click()");
            Files.writeString(folder.resolve(list.getFileName() + ".map.yaml"), saved(tab));
            tab.run("document.getElementById('screen').click()");

            // The overview shows the project; its memo opens.
            tab.await("location.pathname === '/' && document.documentElement.dataset.ready !== undefined");
            String memo = "a[href^=\"#pair/\"][href*=\"/qingdao/\"]";
            assertThat(tab.text("document.getElementById('overview').innerText"))
                    .contains(PROJECT);
            picture(tab, shot + "2-overview");
            served.requireSound(tab);
            tab.run("document.querySelector('#overview " + memo + "').click()");
            tab.await("document.querySelector('.view:not([hidden])')?.innerText.includes('" + PROJECT + "')"
                    + " && document.querySelector('.view:not([hidden])').id !== 'overview'");
            assertThat(tab.text("document.querySelector('.view:not([hidden])').innerText"))
                    .contains(hold);
            picture(tab, shot + "3-memo");
            served.requireSound(tab);

            // Two answers change the verdict before anything is saved.
            Served.go(tab, served.base() + "questions");
            String question = "document.querySelector('.question[data-of=\"" + PROJECT + "\"][data-fact=\"%s\"]')";
            tab.run(question.formatted("project.coInvestors") + ".querySelector('[data-value]').focus()");
            tab.write("Haier; Hisense");
            for (String one : List.of(market, other)) {
                tab.run(question.formatted("project.endMarkets") + ".querySelector('[value=\"" + one + "\"]').click()");
            }
            awaitText(tab, "#moved tbody tr", hold + " → " + recommend);
            picture(tab, shot + "4-questions");
            served.requireSound(tab, "{exclude: ['.question:nth-of-type(n+4)']}");
            keepSaved(tab);
            tab.run("document.querySelector('.save button[type=submit]').click()");
            Files.writeString(answers, saved(tab));

            // The screening and the decision are recorded.
            Served.go(tab, served.base() + "decisions?city=qingdao&project=" + PROJECT);
            tab.run("document.getElementById('record').click()");
            tab.await("document.querySelectorAll('#records li').length === 1"
                    + " && document.querySelectorAll('#pair-status p').length === 2");
            tab.run("document.querySelector('[value=RECOMMEND]').click()");
            tab.run("document.getElementById('reason').focus()");
            tab.write("两家用户已承诺出资");
            tab.run("document.querySelector('#decision [type=submit]').click()");
            awaitText(tab, "#records li", "两家用户已承诺出资");
            picture(tab, shot + "5-decisions");
            served.requireSound(tab);
        }
        assertThat(Run.winnow(
                                "screen",
                                "--project",
                                list.toString(),
                                "--city",
                                "qingdao",
                                "--answers",
                                answers.toString(),
                                "-f",
                                "csv")
                        .out())
                .contains(PROJECT + ",qingdao,2026-01-08,RECOMMEND");
        assertThat(Run.winnow("history", "--records", records).out()).contains(PROJECT, "RECOMMEND");
        assertThat(Run.winnow("replay", "1", "--records", records).exit()).isZero();
        assertThat(Run.winnow("verify", "--records", records).exit()).isZero();
    }

    /** Places the cursor behind the first occurrence of a text in the shown file, which must be drawn. */
    private static void after(Tab tab, String text) {
        tab.run("(() => { const walker = document.createTreeWalker(document.querySelector('.cm-content'), 4);"
                + " const line = [...document.querySelectorAll('.cm-line')].find(one => one.textContent.includes('"
                + text + "')); let left = line.textContent.indexOf('" + text + "') + " + text.length()
                + "; walker.currentNode = line; let node = walker.nextNode();"
                + " while (left > node.length) { left -= node.length; node = walker.nextNode(); }"
                + " document.querySelector('.cm-content').focus(); getSelection().collapse(node, left); })()");
    }

    private static void correct(Tab tab) {
        tab.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '.', code: '.', ctrlKey: true,"
                + " bubbles: true, cancelable: true}))");
    }

    private static void awaitProblems(Tab tab, String start) {
        tab.await("document.getElementById('problem-count').textContent.startsWith('" + start + "')");
    }

    private static void move(Tab tab, String key, int value) {
        tab.run("(() => { const slider = document.querySelector('[data-key=\"" + key
                + "\"] input[type=range]'); slider.value = " + value
                + "; slider.dispatchEvent(new Event('input')); })()");
    }

    private static void answer(Tab tab) {
        tab.run("document.querySelector('dialog .buttons button').click()");
    }

    @Test
    void aRuleIsMendedTriedAndSavedBesideAChangeOnDisk() throws IOException {
        Run.assumeBuilt("rules check");
        PackCopy pack = PackCopy.of("battery", folder);
        String rules = pack.folder().toString();
        String before = pack.text("pack.yaml");
        try (Served served =
                new Served(browser, "--lang", "en", "serve", "--no-browser", "-u", "illustrative", "-r", rules)) {
            Tab tab = served.open("rules#file=" + DEMAND + "&line=15", 1280);
            tab.await("document.querySelector('#files [aria-current]').textContent.startsWith('" + DEMAND + "')"
                    + " && document.getElementById('effects-rule').textContent !== ''");

            // A typo is reported and corrected.
            after(tab, "annualOutput");
            tab.write("s");
            awaitProblems(tab, "Errors: 1");
            assertThat(tab.text("document.getElementById('problems').innerText"))
                    .contains("did you mean annualOutput?");
            picture(tab, "rules-1-typo");
            correct(tab);
            awaitProblems(tab, "No problems.");

            // A fact is completed.
            after(tab, "$size : annualOutput, ");
            tab.write("par");
            tab.await("document.querySelector('.cm-tooltip-autocomplete li[aria-selected]') !== null");
            assertThat(tab.text("document.querySelector('.cm-tooltip-autocomplete li').textContent"))
                    .startsWith("partsPerUnit");
            tab.press("Escape");
            for (int i = 0; i < 3; i++) {
                tab.run("document.querySelector('.cm-content').dispatchEvent(new KeyboardEvent('keydown',"
                        + " {key: 'Backspace', code: 'Backspace', bubbles: true, cancelable: true}))");
            }
            awaitProblems(tab, "No problems.");

            // Sliders move verdicts, and turn cases red and green again.
            move(tab, "THRESHOLD recommend", 40);
            awaitText(tab, "#effects-headline", "2 verdicts flip");
            move(tab, "LIMIT end-market-scale", 80);
            tab.await("document.querySelector('#effects-cases.bad') !== null");
            picture(tab, "rules-2-effects");
            move(tab, "LIMIT end-market-scale", 40);
            tab.await("document.querySelector('#effects-cases.good') !== null");

            // Saving keeps the line that another program wrote meanwhile.
            pack.add("pack.yaml", "# theirs\n");
            tab.run("document.querySelector('#commands button').click()");
            awaitText(tab, "dialog h2", "pack.yaml was changed on disk");
            picture(tab, "rules-3-changed");
            assertThat(pack.text("pack.yaml")).isEqualTo(before + "# theirs\n");
            answer(tab);
            awaitText(tab, "dialog h2", "Save? Files that change: 1");
            assertThat(tab.text("document.querySelector('dialog .cm-deletedChunk').textContent"))
                    .contains("recommend: 50");
            assertThat(tab.text("document.querySelector('dialog .cm-changedLine').textContent"))
                    .contains("recommend: 40");
            picture(tab, "rules-4-save");
            answer(tab);
            awaitText(tab, "#editor-status", "Files saved: 1.");
        }
        assertThat(pack.text("pack.yaml")).isEqualTo(before.replace("recommend: 50", "recommend: 40") + "# theirs\n");
        Run check = Run.winnow("rules", "check", rules);
        assertThat(check.exit()).isZero();
        assertThat(check.err()).isEmpty();
    }
}
