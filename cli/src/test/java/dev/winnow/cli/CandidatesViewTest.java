package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of candidates on the page of {@code winnow serve}, in a real browser. */
class CandidatesViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Maximum number of elements that the keyboard passes on the way to one. */
    private static final int MAX_STOPS = 100;

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
        return DroppedFile.workbook(file, rows);
    }

    private static Served served(String language) throws IOException {
        return new Served(browser, "--lang", language, "serve", "--no-browser");
    }

    /** Drops a file on the page, as from the desktop. */
    private static void drop(Tab tab, Path file) throws IOException {
        drop(tab, String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    private static void drop(Tab tab, String name, byte[] content) {
        new DroppedFile(name, content).on(tab, "document.getElementById('drop')");
    }

    private static void awaitFile(Tab tab) {
        tab.await("document.querySelector('.file') !== null && !document.body.hasAttribute('aria-busy')");
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
            assertThat(status(tab)).startsWith("采用：无。");
            assertThat(tab.text(column("年营收（亿元）") + ".innerText")).contains("年产值");
            tab.run(column("年营收（亿元）") + ".querySelector('.choice').click()");
            tab.await("document.querySelector('.rows input') !== null");
            assertThat(status(tab)).startsWith("采用：项目2条。");

            tab.run("document.querySelector('.file .title button').click()");
            tab.await("window.savedText !== undefined");
            Files.writeString(folder.resolve(list.getFileName() + ".map.yaml"), tab.text("window.savedText"));
            tab.run("document.getElementById('screen').click()");
            tab.await("location.pathname === '/' && document.documentElement.dataset.ready !== undefined");
            assertThat(tab.text("document.getElementById('overview').innerText"))
                    .contains("蓝海特色工艺晶圆线", "东港晶圆代工")
                    .doesNotContain("芯恩");
            assertThat(screening(tab)).isEqualTo(screening("--project", list.toString()));

            tab.run("document.getElementById('undo').click()");
            tab.await("document.getElementById('overview')?.innerText.includes('芯恩')");
        }
    }

    /** Returns the screening of the page without the digest of its universe, which depends on the names of files. */
    private static JsonNode screening(Tab tab) throws IOException {
        return withoutDigest(tab.text("fetch('/api/screening').then(reply => reply.text())"));
    }

    /** Returns the screening that a command prints. */
    private static JsonNode screening(String... options) throws IOException {
        Run run = Run.winnow(Stream.concat(Stream.of("--lang", "zh", "screen", "-f", "json"), Stream.of(options))
                .toArray(String[]::new));
        return withoutDigest(run.out());
    }

    private static JsonNode withoutDigest(String json) throws IOException {
        JsonNode screening = JSON.readTree(json);
        ((ObjectNode) screening.path("universe")).remove("digest");
        assertThat(screening.path("assessments")).isNotEmpty();
        return screening;
    }

    @Test
    void theSavedMappingIsThatOfTheImport() throws IOException {
        Path list = Files.copy(workbook(), folder.resolve("import.xlsx"));
        try (Served served = served("zh")) {
            Tab tab = served.open("candidates", 1280);
            keepSaved(tab);
            drop(tab, list);
            awaitFile(tab);
            tab.run(column("年营收（亿元）") + ".querySelector('.choice').click()");
            tab.await("document.querySelector('.rows input') !== null");
            tab.run("document.querySelector('.file .title button').click()");
            tab.await("window.savedText !== undefined");
            Path mapping = Files.writeString(folder.resolve("saved.yaml"), tab.text("window.savedText"));
            tab.run("document.getElementById('screen').click()");
            tab.await("location.pathname === '/' && document.documentElement.dataset.ready !== undefined");

            Path entries = folder.resolve("entries.yaml");
            Run imported = Run.winnow(
                    "import", list.toString(), "--map", mapping.toString(), "-o", entries.toString(), "--force");
            assertThat(imported.exit()).as(imported.err()).isEqualTo(3); // a row is refused
            assertThat(screening(tab)).isEqualTo(screening("--project", entries.toString()));
        }
    }

    @Test
    void aRefusedRowIsCorrectedInPlaceAndTheAcceptedEntriesAreReadByTheCommandLine() throws IOException {
        try (Served served = served("zh")) {
            Tab tab = served.open("candidates", 1280);
            keepSaved(tab);
            drop(tab, workbook());
            awaitFile(tab);
            tab.run(column("年营收（亿元）") + ".querySelector('.choice').click()");
            tab.await("document.querySelector('.bad input') !== null");
            assertThat(tab.text("document.querySelector('.bad p').textContent")).isEqualTo("封装测试服务 不是本数据集的产业链环节");
            type(tab, "document.querySelector('.bad input')", "晶圆制造");
            tab.await("document.getElementById('list-status').textContent.startsWith('采用：项目3条。')");

            tab.run("document.getElementById('form').value = 'yaml'");
            tab.run("document.getElementById('accepted').click()");
            tab.await("window.savedText !== undefined");
            Path saved = Files.writeString(folder.resolve("accepted.yaml"), tab.text("window.savedText"));
            tab.run("document.getElementById('screen').click()");
            tab.await("location.pathname === '/' && document.documentElement.dataset.ready !== undefined");
            assertThat(screening(tab)).isEqualTo(screening("--project", saved.toString()));
        }
    }

    @Test
    void theKeyboardAloneChoosesAFileDecidesAColumnAndScreens() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("candidates", 1280);
            tabTo(tab, "#files");
            chooseFile(tab, workbook());
            awaitFile(tab);
            tabTo(tab, ".choice");
            tab.press("Enter");
            tab.await("document.querySelector('.rows input') !== null");
            tabTo(tab, "#screen");
            tab.press("Enter");
            tab.await("location.pathname === '/' && document.documentElement.dataset.ready !== undefined");
            assertThat(tab.text("document.getElementById('overview').innerText"))
                    .contains("东港晶圆代工");
        }
    }

    private static void tabTo(Tab tab, String selector) {
        for (int i = 0; i < MAX_STOPS; i++) {
            if (tab.run("document.activeElement.matches('" + selector + "')").asBoolean()) {
                return;
            }
            tab.press("Tab");
        }
        assertThat(tab.text("document.activeElement.outerHTML")).isEqualTo(selector);
    }

    private static void chooseFile(Tab tab, Path file) {
        int root = tab.command("DOM.getDocument", Map.of())
                .path("root")
                .path("nodeId")
                .asInt();
        int chooser = tab.command("DOM.querySelector", Map.of("nodeId", root, "selector", "#files"))
                .path("nodeId")
                .asInt();
        tab.command("DOM.setFileInputFiles", Map.of("nodeId", chooser, "files", List.of(file.toString())));
    }

    @Test
    void textsOfAFileNeverBecomeElements() throws IOException {
        String hostile = "<img src=x onerror=window.ran=1>";
        try (Served served = served("en")) {
            Tab tab = served.open("candidates", 1280);
            drop(
                    tab,
                    hostile + ".csv",
                    ("name,investment (bn yuan)," + hostile + "\n" + hostile + "," + hostile + ",1\n")
                            .getBytes(StandardCharsets.UTF_8));
            awaitFile(tab);
            assertThat(tab.text("document.querySelector('.bad p').textContent"))
                    .isEqualTo(hostile + " is not money; such as 300 mn yuan");
            assertThat(tab.run("document.querySelectorAll('img').length").asInt())
                    .isZero();
            assertThat(tab.run("window.ran === undefined").asBoolean()).isTrue();
            served.requireSound(tab);
        }
    }

    @Test
    void aMeaningThatDoesNotExistIsRefusedAndTheOthersStay() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("candidates", 1280);
            drop(tab, "list.csv", "name,people\nOne,3\n".getBytes(StandardCharsets.UTF_8));
            awaitFile(tab);
            type(tab, column("people") + ".querySelector('.meaning')", "investmen");
            tab.await("document.getElementById('list-status').classList.contains('wrong')");
            assertThat(status(tab)).isEqualTo("investmen names no property; did you mean investment?");
            type(tab, column("people") + ".querySelector('.meaning')", "investment");
            tab.await(column("people") + ".querySelector('.unit') !== null");
            type(tab, column("people") + ".querySelector('.unit input')", "bn yuan");
            tab.await("document.getElementById('list-status').textContent.startsWith('Taken: 1 projects.')");
        }
    }

    @Test
    void cellsOfASpreadsheetArePasted() throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("candidates", 390);
            tab.run("document.getElementById('pasted').focus()");
            tab.write("项目名称\t总投资（亿元）\n甲\t3\n乙\t4\n");
            tab.run("document.querySelector('#drop button').click()");
            awaitFile(tab);
            assertThat(status(tab)).startsWith("Taken: 2 projects.");
            assertThat(tab.text("document.querySelector('.file h2').textContent"))
                    .isEqualTo("pasted.tsv");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.png | the content of the file is an image; save its table as .xlsx or .csv",
                "empty.csv | the file is empty",
                "list.json | the file is empty"
            })
    void aFileThatIsNoListIsRefusedWithTheReason(String name, String reason) throws IOException {
        try (Served served = served("en")) {
            Tab tab = served.open("candidates", 1280);
            drop(tab, name, name.endsWith("png") ? new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0} : new byte[0]);
            awaitFile(tab);
            assertThat(tab.text("document.querySelector('.file .wrong').innerText"))
                    .isEqualTo(reason);
            assertThat(tab.run("document.getElementById('screen').disabled").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void rowsOfALongListAreDrawnAsTheyComeIntoView() throws IOException {
        StringBuilder list = new StringBuilder("name,investment (bn yuan)\n");
        for (int i = 1; i <= 2000; i++) {
            list.append("Project ")
                    .append(i)
                    .append(',')
                    .append(i == 1999 ? "many" : i % 90 + 1)
                    .append('\n');
        }
        try (Served served = served("en")) {
            Tab tab = served.open("candidates#all", 1280);
            drop(tab, "long.csv", list.toString().getBytes(StandardCharsets.UTF_8));
            awaitFile(tab);
            assertThat(status(tab)).startsWith("Taken: 1,999 projects.");
            int first = tab.run("document.querySelectorAll('.rows tbody tr').length")
                    .asInt();
            assertThat(first).isLessThan(1000);
            tab.run("document.querySelector('.rows').scrollTo(0, 1e6)");
            tab.await("document.querySelectorAll('.rows tbody tr').length > " + first);
            assertThat(tab.complaints()).isEmpty();
        }
    }
}
