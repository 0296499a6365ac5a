package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.cli.option.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of candidates on the page of {@code winnow serve}, in a real browser. */
class CandidatesViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number of pages to which a click may lead one after another. */
    private static final int MAX_PAGES = 5;

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

    /** A bureau's workbook: a title, a column that may mean something else, a link without a known name, and a sum. */
    private static Path workbook() throws IOException {
        Path file = folder.resolve("重点项目.xlsx");
        List<List<Object>> rows = List.of(
                List.of("2025年重点在谈项目清单"),
                List.of("序号", "项目名称", "所属环节", "总投资（亿元）", "融资需求（亿元）", "年营收（亿元）", "联系电话"),
                List.of(1, "蓝海特色工艺晶圆线", "晶圆制造", 45, 6, 12, "0532-1234"),
                List.of(2, "北岸封测二期", "封装测试服务", 12, 3, 8, ""),
                List.of(3, "东港晶圆代工", "晶圆制造", 8.5, 2.5, 3, ""),
                List.of("合计", "", "", 65.5, "", "", ""));
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out, "winnow", "1.0");
            Worksheet sheet = book.newWorksheet("清单");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Object cell = rows.get(row).get(column);
                    if (cell instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, String.valueOf(cell));
                    }
                }
            }
            book.finish();
        }
        return file;
    }

    private static Served served(String language) throws IOException {
        return new Served(browser, "--lang", language, "serve", "--no-browser");
    }

    /** Drops a file on the page, as from the desktop. */
    private static void drop(Tab tab, Path file) throws IOException {
        drop(tab, String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    private static void drop(Tab tab, String name, byte[] content) {
        tab.run("(() => { const data = new DataTransfer(); data.items.add(new File([Uint8Array.from(atob('"
                + Base64.getEncoder().encodeToString(content) + "'), c => c.charCodeAt(0))], "
                + JSON.valueToTree(name) + ")); document.getElementById('drop').dispatchEvent(new DragEvent('drop',"
                + " {dataTransfer: data, bubbles: true, cancelable: true})); })()");
    }

    private static void awaitFile(Tab tab) {
        tab.await("document.querySelector('.file') !== null && !document.body.hasAttribute('aria-busy')");
    }

    /** Waits for a condition on a page to which the browser goes meanwhile, which ends the waiting on the page before. */
    private static void awaitPage(Tab tab, String condition) {
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            try {
                tab.await(condition);
                return;
            } catch (IllegalStateException navigated) {
                assertThat(navigated).hasMessageMatching(".*(navigated|destroyed|Cannot find context).*");
            }
        }
        tab.await(condition);
    }

    private static String column(String heading) {
        return "[...document.querySelectorAll('.column')].find(one => one.querySelector('b').textContent === '"
                + heading + "')";
    }

    private static String status(Tab tab) {
        return tab.text("document.getElementById('list-status').textContent");
    }

    /** Changes a field as its user does, by typing and leaving it. */
    private static void type(Tab tab, String field, String text) {
        tab.run("(() => { const field = " + field + "; field.focus(); field.select(); })()");
        tab.write(text);
        tab.run("document.activeElement.blur()");
    }

    private static void keepSaved(Tab tab) {
        tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                + " file.text().then(text => { window.savedText = text; }); return make(file); }; })()");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "zh, 1280", "zh, 390"})
    void everyStateIsSoundInBothLanguagesAndOnAPhone(String language, int width) throws IOException {
        try (Served served = served(language)) {
            Tab tab = served.open("candidates", width);
            served.requireSound(tab);
            drop(tab, workbook());
            awaitFile(tab);
            served.requireSound(tab);
            tab.run(column("年营收（亿元）") + ".querySelector('.choice').click()");
            tab.await("document.querySelector('.rows input') !== null");
            served.requireSound(tab);
        }
    }

    @Test
    void aWorkbookIsUnderstoodMendedAndScreenedAsTheCommandLineDoesWithTheSavedMapping() throws IOException {
        Path list = workbook();
        try (Served served = served("zh")) {
            Tab tab = served.open("candidates", 1280);
            keepSaved(tab);
            drop(tab, list);
            awaitFile(tab);
            assertThat(status(tab)).startsWith("已取：无。");
            assertThat(tab.text(column("年营收（亿元）") + ".innerText")).contains("年产值");
            tab.run(column("年营收（亿元）") + ".querySelector('.choice').click()");
            tab.await("document.querySelector('.rows input') !== null");
            assertThat(status(tab)).startsWith("已取：项目 2 条。");

            tab.run("document.querySelector('.file .title button').click()");
            tab.await("window.savedText !== undefined");
            Files.writeString(folder.resolve(list.getFileName() + ".map.yaml"), tab.text("window.savedText"));
            tab.run("document.getElementById('screen').click()");
            awaitPage(tab, "location.pathname === '/' && document.documentElement.dataset.ready !== undefined");
            assertThat(tab.text("document.getElementById('overview').innerText"))
                    .contains("蓝海特色工艺晶圆线", "东港晶圆代工")
                    .doesNotContain("芯恩");
            assertThat(pairs(tab)).isNotEmpty().isEqualTo(pairsOfCommand("screen", "--project", list.toString()));

            tab.run("document.getElementById('undo').click()");
            awaitPage(tab, "document.getElementById('overview')?.innerText.includes('芯恩')");
        }
    }

    /** Returns the pairs of an overview with their verdicts, intervals and ranks. */
    private static List<String> pairs(Tab tab) {
        return tab.text(
                        "[...new Set([...document.querySelectorAll('#overview a[href^=\"#pair/\"]')].map(a =>"
                                + " decodeURI(a.getAttribute('href')) + ' ' + (a.ariaLabel ?? a.closest('tr')?.innerText)))].sort().join('\\n')")
                .lines()
                .toList();
    }

    private static List<String> pairsOfCommand(String... arguments) {
        Path page = folder.resolve("page.html");
        String[] all = Stream.of(
                        Stream.of("--lang", "zh"), Stream.of(arguments), Stream.of("-o", page.toString(), "--force"))
                .flatMap(part -> part)
                .toArray(String[]::new);
        Run run = Run.winnow(all);
        assertThat(run.exit()).as(run.err()).isIn(0, 3);
        return pairs(browser.tab().window(1280, 900).open(page, ""));
    }
}
