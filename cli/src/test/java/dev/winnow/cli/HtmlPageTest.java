package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a screening, opened from disk in a real browser. */
class HtmlPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIEN = "pair/sien/qingdao/2026-01-08";

    /** A candidate that has not landed, so that a district is suggested. */
    private static final String ADVISED = "pair/hsmc/qingdao/2026-01-08";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void screen() {
        browser = Browser.start();
        page = written("page.html", "screen", "-q");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path written(String name, String... arguments) {
        return Pages.written(folder.resolve(name), arguments);
    }

    @Test
    void everyViewRendersWithoutErrorsOrRequests() {
        Tab tab = browser.tab().open(page, "");
        for (String view : List.of("overview", SIEN, "chain", "rules", "rule-end-market-at-scale", "overview")) {
            tab.go(view);
        }

        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).allMatch(url -> url.startsWith(page.toUri().toString()) || url.equals("data:,"));
        assertThat(tab.text("document.title")).isEqualTo("Overview · Screening: semiconductor · winnow");
        assertThat(tab.text("document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void theListIsFilteredByTextVerdictAndCity() {
        Tab tab = browser.tab().open(page, "");
        assertThat(tab.text("document.querySelector('.status').textContent")).isEqualTo("120 of 120 shown");

        tab.run("document.getElementById('text').focus()");
        tab.write("芯恩 青岛");
        assertThat(rows(tab)).containsExactly("SiEn 芯恩, Qingdao 青岛, RECOMMEND");
        assertThat(tab.text("document.querySelector('.status').textContent")).isEqualTo("1 of 120 shown");
        assertThat(tab.run("document.querySelectorAll('.heat td a').length").asInt())
                .isEqualTo(1);

        tab.run("document.querySelector('.filters button[type=reset]').click()");
        tab.run("document.querySelector('.tiles .RECOMMEND').click()");
        assertThat(rows(tab)).hasSize(1).allMatch(row -> row.endsWith(", Qingdao 青岛, RECOMMEND"));

        tab.run("document.querySelector('.filters button[type=reset]').click()");
        choose(tab, "city", "Wuhan 武汉");
        choose(tab, "because", "a knock-out applies");
        assertThat(rows(tab)).isNotEmpty().allMatch(row -> row.endsWith(", Wuhan 武汉, DECLINE"));
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void thePageOpensOnPursuitsAndQuestions() {
        Tab tab = browser.tab().open(page, "");
        assertThat(tab.text("document.querySelector('#overview h2').textContent"))
                .isEqualTo(Run.winnow("screen", "-q").out().lines().toList().get(1));
        assertThat(tab.text("document.querySelector('.picks tbody').textContent"))
                .contains("To pursue", "SiEn");
        assertThat(tab.text("document.querySelector('.glance').textContent"))
                .contains("Project owner: Which firms besides its owner put money");
        tab.run("document.querySelector('.picks tbody a').click()");
        assertThat(tab.text("location.hash")).isEqualTo("#" + SIEN);
    }

    @Test
    void filtersSurviveReloadAndSharedLinks() {
        Tab tab = browser.tab().open(page, "");
        tab.run("document.querySelector('.tiles .DECLINE').click()");
        choose(tab, "city", "Wuhan 武汉");
        tab.run("document.querySelector('[data-sort=score]').click()");
        List<String> before = rows(tab);
        String link = tab.text("location.hash").substring(1);
        assertThat(link).isEqualTo("overview?city=wuhan&verdict=DECLINE&sort=score&order=descending");

        Tab other = browser.tab().open(page, link);
        assertThat(rows(other)).isEqualTo(before).isNotEmpty();
        assertThat(other.text("document.getElementById('city').selectedOptions[0].textContent"))
                .isEqualTo("Wuhan 武汉");
        assertThat(other.text("document.querySelector('.tiles .DECLINE').getAttribute('aria-pressed')"))
                .isEqualTo("true");
        other.run("document.querySelector('.filters button[type=reset]').click()");
        assertThat(other.text("location.hash")).isEqualTo("#overview?sort=score&order=descending");
        assertThat(browser.tab().open(page, "overview?city=atlantis&sort=charm").complaints())
                .isEmpty();
    }

    @Test
    void theHeatMapIsOneTabStopWithArrowKeys() {
        Tab tab = browser.tab().open(page, "");
        assertThat(tab.run("document.querySelectorAll('.heat [tabindex=\"0\"]').length")
                        .asInt())
                .isEqualTo(1);
        String focused = "document.activeElement.getAttribute('href')";
        tab.run("document.querySelector('.heat [tabindex=\"0\"]').focus()");
        assertThat(tab.text(focused)).isEqualTo("#" + SIEN);
        walk(tab, "ArrowRight");
        assertThat(tab.text(focused)).startsWith("#pair/sien/").isNotEqualTo("#" + SIEN);
        walk(tab, "ArrowDown");
        assertThat(tab.text(focused)).doesNotContain("sien");
        walk(tab, "Home");
        assertThat(tab.text(focused)).contains("/qingdao/");
        walk(tab, "ArrowUp");
        assertThat(tab.text(focused)).isEqualTo("#" + SIEN);
        assertThat(tab.run("document.querySelectorAll('.heat [tabindex=\"0\"]').length")
                        .asInt())
                .isEqualTo(1);
    }

    private static void walk(Tab tab, String key) {
        tab.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '" + key
                + "', bubbles: true, cancelable: true}))");
    }

    @Test
    void theBestKnownCityComesFirst() {
        Tab tab = browser.tab().open(page, "");
        assertThat(tab.text("document.querySelectorAll('.heat thead th')[1].textContent"))
                .isEqualTo("Qingdao 青岛");
    }

    @Test
    void theListIsSortedByAnyColumnInBothDirections() {
        Tab tab = browser.tab().open(page, "");
        tab.run("document.querySelector('[data-sort=score]').click()");
        List<Double> down = lows(tab);
        tab.run("document.querySelector('[data-sort=score]').click()");
        List<Double> up = lows(tab);

        assertThat(down).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(up).isSorted();
        assertThat(down.get(0)).isGreaterThan(60);
        assertThat(tab.text("document.querySelector('th[aria-sort]').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
    }

    private static List<Double> lows(Tab tab) {
        return values(tab.run(
                        "[...document.querySelectorAll('.list .certain')].map(one => parseFloat(one.style.width))"))
                .map(JsonNode::asDouble)
                .toList();
    }

    private static List<String> rows(Tab tab) {
        return values(tab.run("[...document.querySelectorAll('.list tbody tr')].map(row =>"
                        + " [1, 2, 3].map(i => row.children[i].textContent).join(', '))"))
                .map(JsonNode::asText)
                .toList();
    }

    private static void choose(Tab tab, String id, String words) {
        tab.run("(() => { const select = document.getElementById('" + id + "');"
                + " select.value = [...select.options].find(one => one.textContent === '" + words + "').value;"
                + " select.dispatchEvent(new Event('change')); })()");
    }

    private static Stream<JsonNode> values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void waterfallsHaveTheNumbersOfTheContract() throws IOException {
        JsonNode contract =
                JSON.readTree(Run.winnow("screen", "-q", "-f", "json").out());
        Tab tab = browser.tab().open(page, "");
        for (JsonNode one : contract.get("assessments")) {
            String pair = one.get("project").asText() + " in " + one.get("city").asText();
            tab.go("pair/" + one.get("project").asText() + "/" + one.get("city").asText() + "/"
                    + one.get("asOf").asText());
            Map<String, BigDecimal> awards = new TreeMap<>();
            for (JsonNode finding : one.get("findings")) {
                if (List.of("AWARD", "CAP").contains(finding.get("effect").asText())) {
                    awards.put(
                            finding.get("rule").asText(),
                            finding.get("contribution").decimalValue());
                }
            }
            assertThat(listed(tab)).as(pair).isEqualTo(plain(awards));
            for (String side : List.of("CITY", "PROJECT")) {
                JsonNode span = one.get("sides").get(side.toLowerCase(Locale.ROOT));
                JsonNode drawn =
                        tab.run("(() => { const { steps, low, high } = document.querySelector('.chart[data-side=" + side
                                + "]').steps; return { steps: steps.map(one => one.amount), low, high }; })()");
                assertThat(drawn.get("low").asDouble())
                        .as(pair)
                        .isEqualTo(span.get("low").asDouble());
                assertThat(drawn.get("high").asDouble())
                        .as(pair)
                        .isEqualTo(span.get("high").asDouble());
                BigDecimal sum = values(drawn.get("steps"))
                        .map(step -> new BigDecimal(step.asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(pair).isEqualByComparingTo(span.get("low").asText());
            }
        }
        assertThat(tab.complaints()).isEmpty();
    }

    private static Map<String, BigDecimal> listed(Tab tab) {
        Map<String, BigDecimal> listed = new TreeMap<>();
        values(tab.run("[...document.querySelectorAll('.findings li[data-rule]')].filter(one =>"
                        + " one.querySelector('.contribution')).map(one => [one.dataset.rule,"
                        + " one.querySelector('.contribution').value])"))
                .forEach(one -> listed.put(
                        one.get(0).asText(), new BigDecimal(one.get(1).asText())));
        return plain(listed);
    }

    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> numbers) {
        numbers.replaceAll((rule, number) -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        return numbers;
    }

    @Test
    void waterfallsAreDrawnToScale() {
        Tab tab = browser.tab().open(page, SIEN);
        JsonNode bars = tab.run("(() => { const chart = document.querySelector('.chart[data-side=CITY]'); const boxes"
                + " = [...chart.querySelectorAll('path')].filter(one => one.getAttribute('fill') ==="
                + " 'var(--city)').map(one => one.getBBox()); const last = boxes[boxes.length - 1]; return { steps:"
                + " chart.steps.steps.map(one => one.amount), low: chart.steps.low, boxes: boxes.map(box => [box.x -"
                + " last.x, box.width]), total: last.width }; })()");
        double unit = bars.get("total").asDouble() / bars.get("low").asDouble();
        double at = 0;
        for (int i = 0; i < bars.get("steps").size(); i++) {
            double amount = bars.get("steps").get(i).asDouble();
            assertThat(bars.get("boxes").get(i).get(0).asDouble() / unit).isCloseTo(at, within());
            assertThat(bars.get("boxes").get(i).get(1).asDouble() / unit).isCloseTo(amount, within());
            at += amount;
        }
        assertThat(bars.get("boxes")).hasSize(bars.get("steps").size() + 1);
    }

    private static Offset<Double> within() {
        return Offset.offset(0.5);
    }

    @Test
    void themesFollowSystemAndSwitch() {
        Tab tab = browser.tab();
        system(tab, "dark");
        tab.open(page, "");
        String dark = ground(tab);
        tab.run("document.getElementById('theme').click()");
        String light = ground(tab);

        assertThat(dark).isEqualTo("rgb(16, 20, 26)");
        assertThat(light).isEqualTo("rgb(246, 247, 249)");
        tab.run("document.getElementById('theme').click()");
        assertThat(ground(tab)).isEqualTo(dark);
        system(tab, "light");
        tab.await("document.documentElement.dataset.theme === 'light'");
        assertThat(ground(tab)).isEqualTo(light);
    }

    private static void system(Tab tab, String scheme) {
        tab.command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static String ground(Tab tab) {
        return tab.text("getComputedStyle(document.body).backgroundColor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", SIEN, "chain", "rules"})
    void everyViewIsPrinted(String view) {
        Tab tab = browser.tab().open(page, view);
        String pdf = new String(tab.pdf(), StandardCharsets.ISO_8859_1);

        assertThat(pdf).startsWith("%PDF-");
        assertThat(pdf.split("/MediaBox \\[0 0 594\\.9[0-9]* 841\\.9[0-9]*\\]", -1).length)
                .as("pages of A4")
                .isGreaterThan(1);
        tab.command("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(tab.text("getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void foldedContentIsExpandedForPrintingOnly() {
        Tab tab = browser.tab().open(page, "rules");
        String folded = "document.querySelectorAll('#rules details:not([open])').length";
        int before = tab.run(folded).asInt();
        tab.run("addEventListener('beforeprint', () => { window.onPaper = " + folded + " }); true");
        tab.pdf();

        assertThat(before).isGreaterThan(70);
        assertThat(tab.run("onPaper").asInt()).isZero();
        assertThat(tab.run(folded).asInt()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "light, overview",
        "dark, overview",
        "light, pair",
        "dark, pair",
        "light, chain",
        "dark, chain",
        "light, rules",
        "dark, rules"
    })
    void viewsAreAccessible(String theme, String view) throws IOException {
        Tab tab = browser.tab();
        system(tab, theme);
        tab.open(page, view.equals("pair") ? SIEN : view);
        tab.run("document.querySelectorAll('details').forEach(one => { one.open = !one.closest('.rules') || one.id ==="
                + " 'limits' || one.id === 'criterion-demand-pull' })");

        assertThat(violations(tab, theme)).isEmpty();
    }

    @Test
    void theKeyboardSuffices() {
        Tab tab = browser.tab().open(page, "");
        tab.press("Tab");
        assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
        tab.press("Enter");
        tab.await("document.activeElement.id === 'main'");

        tab.press("Tab");
        assertThat(tab.text("document.activeElement.textContent")).isEqualTo("SiEn");
        tab.run("document.querySelector('.tiles button').focus()");
        tab.press(" ");
        assertThat(tab.text("document.activeElement.getAttribute('aria-pressed')"))
                .isEqualTo("true");
        assertThat(tab.text("document.querySelector('.status').textContent")).isEqualTo("1 of 120 shown");

        tab.run("document.querySelector('.heat td a').focus()");
        tab.press("Enter");
        tab.await("document.documentElement.dataset.shown === location.hash.slice(1)");
        tab.await("document.activeElement.textContent.includes(' in Qingdao')");
        assertThat(tab.text("document.activeElement.tagName")).isEqualTo("H2");

        tab.run("document.querySelector('.findings a').focus()");
        tab.press("Enter");
        tab.await("document.activeElement.className === 'rule'");
        assertThat(tab.text("'rule-' + document.activeElement.id.slice(5)"))
                .isEqualTo(tab.text("location.hash.slice(1)"));
        assertThat(tab.run("document.activeElement.closest('details').open").asBoolean())
                .isTrue();
    }

    @Test
    void namesNeverBecomeCode() throws IOException {
        String name = "</script><script>hacked=1</script><img src=x onerror=hacked=1>'\"`${hacked=1}&amp;";
        Path own = folder.resolve("own.yaml");
        Files.writeString(
                own,
                "projects:\n  - id: own\n    name: " + JSON.writeValueAsString(name)
                        + "\n    links: [chip-design]\n    yieldRate: {value: 95 %, source: "
                        + JSON.writeValueAsString("javascript:hacked=1//" + name) + "}\n");
        Path hostile = written("hostile.html", "screen", "-q", "--project", own.toString());
        Tab tab = browser.tab().open(hostile, "");

        assertThat(tab.text("document.querySelector('.list tbody th').textContent"))
                .contains("<img src=x onerror=hacked=1>");
        tab.go("pair/own/qingdao/2026-01-08");
        assertThat(tab.text("document.querySelector('#pair h2').textContent"))
                .contains("</script><script>hacked=1</script>");
        tab.go("chain");
        tab.go("rules");
        assertThat(tab.text("typeof hacked")).isEqualTo("undefined");
        assertThat(tab.run("document.querySelectorAll('img, a[href^=javascript]').length")
                        .asInt())
                .isZero();
        assertThat(tab.complaints()).isEmpty();
        assertThat(Files.readString(hostile)).doesNotContain("hacked=1<");
    }

    @Test
    void thePagesPolicyBlocksOtherScripts() {
        Tab tab = browser.tab().open(page, "");
        tab.run("(() => { const script = document.createElement('script'); script.textContent = 'window.intruded = 1';"
                + " document.body.append(script); document.body.insertAdjacentHTML('beforeend', '<img"
                + " src=https://example.org/x>'); })()");

        tab.run("new Promise(done => setTimeout(done, 100))");
        assertThat(tab.text("typeof intruded")).isEqualTo("undefined");
        assertThat(tab.complaints()).anyMatch(one -> one.contains("Content Security Policy"));
        assertThat(tab.requests()).noneMatch(url -> url.contains("example.org"));
    }

    @Test
    void aChinesePageLabelsEverythingInChinese() throws IOException {
        Path chinese = written("chinese.html", "screen", "-q", "--lang", "zh");
        Tab tab = browser.tab().open(chinese, "");

        assertThat(tab.text("document.documentElement.lang")).isEqualTo("zh-Hans");
        for (String view : List.of("overview", SIEN, "chain", "rules")) {
            tab.go(view);
            assertThat(values(tab.run("[...document.querySelectorAll('.view:not([hidden]) :is(h2, h3, label, legend,"
                                    + " button, dt, thead th, .title, .legend li), nav a, .foot p')].map(one =>"
                                    + " one.textContent.trim()).filter(words => words &&"
                                    + " !/\\p{Script=Han}/u.test(words))"))
                            .map(JsonNode::asText))
                    .as(view)
                    .isEmpty();
        }
        assertThat(tab.complaints()).isEmpty();
        tab.go(ADVISED);
        assertThat(tab.text("document.querySelector('#pair .facts').textContent"))
                .contains("西海岸新区")
                .doesNotContain("West Coast");
        accessible(tab, SIEN);
    }

    @Test
    void aPageOfOnePairOpensOnThatPair() {
        Path one = written("one.html", "explain", "sien", "qingdao", "-q");
        Tab tab = browser.tab().open(one, "");

        assertThat(tab.text("document.querySelector('.view:not([hidden]) h2').textContent"))
                .isEqualTo("SiEn 芯恩 in Qingdao 青岛");
        assertThat(values(tab.run("[...document.querySelectorAll('#pair .facts div')].map(one => one.innerText)"))
                        .map(fact -> fact.asText().replaceAll("\\s+", " ")))
                .as("ranks are among all that were screened")
                .contains("Rank 1 of 15");
        assertThat(values(tab.run("[...document.querySelectorAll('#pair h3')].map(one => one.textContent)"))
                        .map(JsonNode::asText))
                .contains(
                        "How sure",
                        "What would change the verdict",
                        "Why not: the rules that do not hold, and the points each would add");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void backTestMatricesEqualTheContract() throws IOException {
        JsonNode test =
                JSON.readTree(Run.winnow("backtest", "-q", "-f", "json").out()).at("/tests/0");
        Tab tab = browser.tab().open(written("backtest.html", "backtest", "-q"), "");
        List<Integer> expected = new ArrayList<>();
        for (String matrix : List.of("matrix", "baseMatrix")) {
            for (String view : List.of("then", "hindsight")) {
                test.get(view).get(matrix).forEach(row -> row.forEach(count -> expected.add(count.asInt())));
            }
        }

        assertThat(numbers(tab)).isEqualTo(expected).hasSize(36);
        tab.run("document.querySelector('#backtest a').click()");
        tab.await("document.documentElement.dataset.shown === location.hash.slice(1)");
        assertThat(tab.text("document.querySelector('#pair h2').textContent"))
                .isEqualTo("BOE display modules 京东方 in Qingdao 青岛");
        assertThat(tab.complaints()).isEmpty();
        accessible(tab, "backtest");
    }

    @Test
    void matrixAndFlipsOfAComparisonEqualTheContract() throws IOException {
        Run.assumeBuilt("compare");
        String edited = PackCopy.of("battery", folder.resolve("edited"))
                .replace("pack.yaml", "side: project, weight: 45", "side: project, weight: 60")
                .folder()
                .toString();
        String[] line = {"compare", "battery", edited, "-u", "illustrative", "-q"};
        JsonNode contract = contract(line);
        Tab tab = browser.tab().open(written("compare.html", line), "");
        List<Integer> expected = new ArrayList<>();
        contract.get("matrix").forEach(row -> row.forEach(count -> expected.add(count.asInt())));

        assertThat(numbers(tab)).isEqualTo(expected).hasSize(9);
        assertThat(contract.get("flips")).hasSize(1);
        assertThat(tab.text("[...document.querySelectorAll('#flips tbody td')]"
                        + ".map(one => one.textContent.trim().replace(/\\s+/g, ' ')).join(' | ')"))
                .isEqualTo("Birchport (invented) | HOLD → DECLINE |  | there is a red flag → its score cannot reach the"
                        + " threshold; score 25.72 → 24");
        tab.run("document.querySelector('#compare a').click()");
        tab.await("document.documentElement.dataset.shown === location.hash.slice(1)");
        assertThat(tab.text("document.querySelector('#pair h2').textContent"))
                .isEqualTo("Solidstart solid-state cells in Birchport (invented)");
        assertThat(tab.complaints()).isEmpty();
        accessible(tab, "compare");
    }

    @Test
    void chainsOfACityEqualTheContract() throws IOException {
        Run.assumeBuilt("gaps");
        String[] line = {"gaps", "birchport", "-u", "illustrative", "-r", "battery", "-q"};
        Tab tab = browser.tab().open(written("chains.html", line), "");
        List<String> expected = values(contract(line).get("links"))
                .map(link -> link.get("status").asText().toLowerCase(Locale.ROOT) + " "
                        + link.get("newcomer").get("verdict").asText())
                .sorted()
                .toList();

        assertThat(values(tab.run("[...document.querySelectorAll('#chain .drawn tbody tr')].map(row =>"
                                + " row.querySelector('.state').textContent.trim() + ' '"
                                + " + row.querySelector('.verdict').textContent)"))
                        .map(JsonNode::asText)
                        .sorted()
                        .toList())
                .isEqualTo(expected);
        assertThat(tab.run("document.querySelectorAll('.chain-chart svg').length")
                        .asInt())
                .isPositive();
        assertThat(tab.complaints()).isEmpty();
        accessible(tab, "chain");
    }

    private static JsonNode contract(String... line) throws IOException {
        return JSON.readTree(Run.winnow(
                        Stream.concat(Stream.of(line), Stream.of("-f", "json")).toArray(String[]::new))
                .out());
    }

    private static List<Integer> numbers(Tab tab) {
        return values(tab.run("[...document.querySelectorAll('.view:not([hidden]) td.number')]"
                        + ".map(one => one.textContent).filter(one => /^\\d+$/.test(one))"))
                .map(JsonNode::asInt)
                .toList();
    }

    /** Checks both themes with everything expanded. */
    private static void accessible(Tab tab, String view) throws IOException {
        tab.go(view);
        for (String theme : List.of("light", "dark")) {
            tab.run("document.documentElement.dataset.theme = '" + theme + "'");
            tab.run("document.querySelectorAll('.view:not([hidden]) details').forEach(one => { one.open = true })");
            assertThat(violations(tab, theme)).as(theme).isEmpty();
        }
    }

    /**
     * Returns accessibility violations of the current view; for the dark theme, which differs in colours alone, only
     * those of colours.
     */
    private static String violations(Tab tab, String theme) throws IOException {
        String rules = theme.equals("dark") ? ", runOnly: ['cat.color']" : "";
        return Pages.violations(tab, "{exclude: ['.view[hidden]']}", rules);
    }
}
