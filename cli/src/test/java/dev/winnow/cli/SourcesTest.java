package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is declared once, with title and address, and referenced by its id. */
class SourcesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private String universe = "";

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("universe.yaml");
        Files.writeString(file, """
                universe: {name: small, asOf: 2025-12-31}
                sources:
                  - {id: plan, title: Plan of the works, zh: 规划, url: 'https://example.org/plan?a=1&b=2', date: 2025-01-01}
                  - {id: assumed, title: Not the limits of a pack}
                  - {id: letter, title: Letter of the owner, url: 'javascript:alert(1)', date: 2025-02-01}
                endMarkets: [{id: automotive, name: Automotive}]
                tracks: [{id: chips, name: Chips}]
                chains: [{id: ic, name: IC, links: [{id: design, name: Design}, {id: fab, name: Fab, upstream: [design]}]}]
                cities:
                  - id: alpha
                    name: Alpha
                    demands: [{endMarket: automotive, annualOutput: 400 bn yuan, source: plan § 3}]
                    leadUsers: [{firm: Maker, endMarket: automotive, source: letter}]
                projects:
                  - {id: works, name: Works, track: chips, links: [fab], endMarkets: [automotive], source: plan § 2, investment: {value: 3 bn yuan, source: letter}, owner: {value: Owner, source: hearsay}, yieldRate: {value: 95 %, source: letter}}
                """);
        universe = file.toString();
    }

    @Test
    void evidenceListsTheCitedSourcesByTitleAndAddress() {
        assertThat(Run.winnow("evidence", "works", "-u", universe).out()).contains("""

                        Sources
                          letter: Letter of the owner; javascript:alert(1)
                          plan: Plan of the works; https://example.org/plan?a=1&b=2

                        """);
        assertThat(Run.winnow("evidence", "works", "-u", universe, "--lang", "zh")
                        .out())
                .contains("  规划：https://example.org/plan?a=1&b=2\n");
    }

    @Test
    void evidenceJsonContainsTitleAndAddress() throws IOException {
        JsonNode facts = JSON.readTree(Run.winnow("evidence", "works", "-u", universe, "-f", "json")
                        .out())
                .at("/subjects/0/facts");

        JsonNode links = fact(facts, "links");
        assertThat(links.get("source").textValue()).isEqualTo("plan § 2");
        assertThat(links.get("title").textValue()).isEqualTo("Plan of the works");
        assertThat(links.get("url").textValue()).isEqualTo("https://example.org/plan?a=1&b=2");
        assertThat(fact(facts, "owner").has("title")).isFalse();
        assertThat(fact(facts, "owner").has("url")).isFalse();
    }

    private static JsonNode fact(JsonNode facts, String name) {
        for (JsonNode fact : facts) {
            if (fact.get("fact").textValue().equals(name)) {
                return fact;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void screeningJsonContainsTitleAndAddress() throws IOException {
        JsonNode screening = JSON.readTree(Run.winnow("screen", "-u", universe, "-r", "semiconductor", "-f", "json")
                .out());

        assertThat(screening.findParents("source"))
                .anySatisfy(cited -> {
                    assertThat(cited.get("source").textValue()).isEqualTo("plan § 3");
                    assertThat(cited.get("title").textValue()).isEqualTo("Plan of the works");
                    assertThat(cited.get("url").textValue()).isEqualTo("https://example.org/plan?a=1&b=2");
                })
                .filteredOn(cited -> cited.get("source").textValue().equals("assumed"))
                .isNotEmpty()
                .noneMatch(cited -> cited.has("title"));
    }

    @Test
    void aMemoDescribesEachSourceOnce() {
        assertThat(Run.winnow("explain", "works", "alpha", "-u", universe, "-r", "semiconductor")
                        .out())
                .contains("  · plan § 3, 2025-01-01\n    Plan of the works\n    https://example.org/plan?a=1&b=2\n")
                .containsOnlyOnce("Plan of the works")
                .doesNotContain("Not the limits of a pack");
    }

    @Test
    void aPageLinksToWebAddressesOnly() {
        Path page = folder.resolve("page.html");
        Run.winnow("screen", "-u", universe, "-r", "semiconductor", "-o", page.toString());
        try (Browser browser = Browser.start()) {
            Tab tab = browser.tab().open(page, "pair/works/alpha/2025-12-31");

            assertThat(
                            tab.text(
                                    "[...new Set([...document.querySelectorAll('li > [title]')]"
                                            + ".map(one => one.tagName + ' ' + one.title + ' ' + one.textContent + ' ' + one.href))].sort().join()"))
                    .isEqualTo("A Plan of the works plan § 3 https://example.org/plan?a=1&b=2,"
                            + "SPAN Letter of the owner letter undefined");
        }
    }
}
