package dev.winnow.compare.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of {@code winnow gaps}. */
class GapsTest {

    private static final String TESTS = "../../analysis/src/test/resources/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"table, gaps.txt", "mermaid, gaps.mmd"})
    void chainsOfACityAreMapped(String format, String golden) {
        Run run = Run.winnow("gaps", "alderbay", "-u", "illustrative", "-r", "battery", "-f", format, "-q");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/" + golden, run.out());
    }

    @Test
    void aMapIsWrittenAsJson() {
        Run run = Run.winnow(
                "gaps",
                "northport",
                "-u",
                TESTS + "universes/wind.yaml",
                "-r",
                TESTS + "packs/harbour",
                "-f",
                "json",
                "-q");
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/gaps.json", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"qingdao", "jinan", "Wuhan 武汉"})
    void everyShippedCityFitsThePage(String city) {
        Run run = Run.winnow("gaps", city, "-q");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    /** Uses only candidates that are the newcomer itself; the tests of the analysis cover many. */
    @Test
    void aNewcomerEqualsAWrittenProject() throws IOException {
        Path own = folder.resolve("own.yaml");
        Files.writeString(own, "projects: [{id: mine, links: [eda]}]");
        JsonMapper json = new JsonMapper();
        JsonNode screening = json.readTree(
                        Run.winnow("screen", "--project", own.toString(), "--city", "qingdao", "-f", "json", "-q")
                                .out())
                .get("assessments")
                .get(0);
        JsonNode map =
                json.readTree(Run.winnow("gaps", "qingdao", "-f", "json", "-q").out());
        for (JsonNode link : map.get("links")) {
            if (link.get("link").textValue().equals("eda")) {
                for (String key : new String[] {"verdict", "because", "score", "known", "chainActions"}) {
                    assertThat(link.get("newcomer").get(key)).isEqualTo(screening.get(key));
                }
                return;
            }
        }
        throw new AssertionError("the chain has no eda");
    }

    @Test
    void anEarlierDayShowsLess() {
        assertThat(Run.winnow("gaps", "qingdao", "--as-of", "2017-12-31", "-q").out())
                .contains("as of 2017-12-31")
                .doesNotContain("Sirui");
        assertThat(Run.winnow("gaps", "qingdao", "-q").out()).contains("Sirui equipment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qindao | 2 | winnow: unknown city `qindao`; did you mean `qingdao`?",
                "qingdao --as-of 2024-06 | 2 | winnow: `2024-06` is not a date; did you mean `2024-06-30`?",
                "qingdao -f txt | 2 | winnow: unknown value `txt` for --format; expected one of table, json, ndjson, csv, xlsx,"
                        + " markdown, docx, html, mermaid",
                "alderbay -u illustrative -r chips-act | 3 | the universe `illustrative` uses yuan"
            })
    void impossibleRequestsAreReported(String arguments, int exit, String words) {
        Run run = Run.winnow(("gaps -q " + arguments).split(" "));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words).doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void aUniverseWithoutChainsIsReported() throws IOException {
        Path file = folder.resolve("wind.yaml");
        Files.writeString(file, "universe: {name: wind, asOf: 2020-12-31}\ncities: [{id: northport}]\n");
        Run run = Run.winnow("gaps", "northport", "-u", file.toString(), "-r", "battery", "-q");
        assertThat(run.err()).isEqualTo("winnow: universe `wind` has no chain, so there is nothing to map\n");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void namesCannotBreakADiagram() throws IOException {
        Path file = folder.resolve("wind.yaml");
        Files.writeString(file, """
            universe: {name: wind, asOf: 2020-12-31}
            chains: [{id: c, links: [{id: one, name: 'A "b" <c> #d;', stage: s}]}]
            cities: [{id: northport}]
            """);
        assertThat(Run.winnow("gaps", "northport", "-u", file.toString(), "-r", "battery", "-f", "mermaid", "-q")
                        .out())
                .contains("n1[\"A #34;b#34; #60;c#62; #35;d#59;<br/>unknown\"]:::unknown");
    }
}
