package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code portfolio} and {@code match}, opened from disk in a real browser. */
class ChoicePageTest {

    @TempDir
    private static Path folder;

    private static Browser browser;

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

    private static Path written(String name, String... arguments) {
        return Pages.written(
                folder.resolve(name),
                Stream.concat(Stream.of(arguments), Stream.of("-q")).toArray(String[]::new));
    }

    private static Tab opened(Path page, int width) {
        Tab tab = browser.tab();
        tab.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        return tab.open(page, "");
    }

    /** The page logs no error, makes no network request and fits the window, and axe finds no violation. */
    private static void assertSound(Tab tab, Path page) throws IOException {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).allMatch(url -> url.startsWith(page.toUri().toString()) || url.equals("data:,"));
        assertThat(tab.run("document.documentElement.scrollWidth <= window.innerWidth")
                        .asBoolean())
                .isTrue();
        assertThat(Pages.violations(tab, "document", "")).isEmpty();
    }

    private static List<String> texts(Tab tab, String selector) {
        return StreamSupport.stream(
                        tab.run("[...document.querySelectorAll('" + selector + "')].map(one => one.innerText.trim())")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void portfolioPageShowsTheSetOtherBudgetsAndChains() throws IOException {
        Path page = written("set.html", "portfolio", "--budget", "12bn", "--city", "qingdao", "--draws", "5");
        for (int width : List.of(1280, 390)) {
            Tab tab = opened(page, width);
            assertSound(tab, page);
            assertThat(texts(tab, "#set h2").get(0)).startsWith("Best set by the base case: 3 projects, 178.5 points");
            assertThat(texts(tab, "#set .members tbody th")).hasSize(3).contains("SiEn 芯恩");
            assertThat(tab.run("document.querySelectorAll('.frontier circle, .frontier path').length")
                            .asInt())
                    .as("points of the curve")
                    .isGreaterThan(14);
            assertThat(texts(tab, "#why li code")).contains("despite-flags");
            assertThat(texts(tab, "#chain .swatch.BROUGHT + span, #chain td.state"))
                    .isNotEmpty();
        }
    }

    @Test
    void matchPageShowsTheAssignment() throws IOException {
        Path page = written("match.html", "match", "--capacity", "2", "--draws", "20");
        for (int width : List.of(1280, 390)) {
            Tab tab = opened(page, width);
            assertSound(tab, page);
            assertThat(texts(tab, "#assignment th.group")).contains("Qingdao 青岛, 2 of 2");
            assertThat(tab.run("document.querySelectorAll('.heat td.at').length")
                            .asInt())
                    .isEqualTo(11);
        }
    }

    @Test
    void aChinesePageLabelsEverythingInChinese() throws IOException {
        for (Path page : List.of(
                written(
                        "zh-set.html",
                        "portfolio",
                        "--budget",
                        "12bn",
                        "--city",
                        "qingdao",
                        "--draws",
                        "5",
                        "--lang",
                        "zh"),
                written("zh-match.html", "match", "--capacity", "2", "--draws", "5", "--lang", "zh"))) {
            Tab tab = opened(page, 1280);
            assertSound(tab, page);
            assertThat(tab.text("document.documentElement.lang")).isEqualTo("zh-Hans");
            assertThat(texts(tab, "h1, h2, h3, thead th, dt, nav a, nav button, .legend li, .foot p, summary"))
                    .filteredOn(words -> !words.isEmpty())
                    .allMatch(words -> words.codePoints()
                            .anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN));
        }
    }

    @Test
    void namesNeverBecomeCode() throws IOException {
        Path plan = folder.resolve("hostile.yaml");
        Files.writeString(plan, """
            title: "</script><script>hacked=1</script>"
            capacity: 1
            pairs:
              - {project: "<img src=x onerror=hacked=1>", city: "</td><script>hacked=1</script>", project-gains: 1, city-gains: 2}
            """);
        Tab tab = opened(written("hostile.html", "match", plan.toString()), 1280);
        assertThat(tab.text("document.querySelector('h1').textContent"))
                .isEqualTo("</script><script>hacked=1</script>");
        assertThat(tab.text("typeof hacked")).isEqualTo("undefined");
        assertThat(tab.run("document.querySelectorAll('img').length").asInt()).isZero();
        assertThat(tab.complaints()).isEmpty();
    }
}
