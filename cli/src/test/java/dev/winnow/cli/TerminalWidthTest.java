package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.model.Thorough;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and memos fit the terminal, or a page without one. */
class TerminalWidthTest {

    /** Few weightings suffice, because the width of robustness figures is the same. */
    private static final String SCREEN = "screen -q --samples 200";

    private static final List<String> LINES = Stream.of(
                    SCREEN,
                    "explain sien qingdao -q --samples 200",
                    "gaps qingdao -q",
                    "backtest -q",
                    "backtest -q -r semiconductor --against battery",
                    "compare -q battery battery -u illustrative --all",
                    "backtest -q --lang zh",
                    SCREEN + " --lang zh",
                    "gaps qingdao -q --lang zh")
            .filter(Run::isBuilt)
            .toList();

    /** The output without a terminal. */
    private static final String PAGE = shown(SCREEN, false, Map.of());

    @TempDir
    private Path folder;

    private static String shown(String line, boolean watched, Map<String, String> environment) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.add("--color=never");
        Run run = Run.winnow(environment, watched, words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "80, 80", "200, 120"})
    void aComparisonWithFlipsFits(String columns, int most) throws IOException {
        Run.assumeBuilt("compare");
        PackCopy copy = PackCopy.of("battery", folder);
        copy.replace("pack.yaml", "recommend: 50", "recommend: 55");
        copy.replace("limits.yaml", "value: 40 bn yuan", "value: 60 bn yuan");
        for (String language : List.of("en", "zh")) {
            String text = shown(
                    "compare -q battery " + copy.folder() + " -u illustrative --all --lang " + language,
                    true,
                    Map.of("COLUMNS", columns));
            assertThat(text).contains("→");
            assertThat(widest(text)).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void comparisonsEndWithCountsOnATerminal() {
        Run.assumeBuilt("compare");
        Run compared = Run.winnow(Map.of(), true, "compare", "battery", "battery", "-u", "illustrative");
        assertThat(compared.err())
                .containsPattern("winnow: 36 compared, verdicts that flip: 0, others that move: 0; [0-9.]+ s\n");
    }

    private static int widest(String text) {
        return text.lines().mapToInt(Columns::width).max().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "80, 80", "100, 100", "200, 110", "40, 60"})
    void noLineIsWiderThanTheTerminal(String columns, int most) {
        // For widths between the narrowest and the widest, every third candidate suffices.
        int every = List.of("40", "200").contains(columns) ? 1 : Thorough.count(3, 1);
        for (int i = 0; i < LINES.size(); i += every) {
            String line = LINES.get(i);
            if (!Run.isBuilt(line)) {
                continue;
            }
            assertThat(widest(shown(line, true, Map.of("COLUMNS", columns))))
                    .as(line)
                    .isLessThanOrEqualTo(most);
        }
    }

    @Test
    void aWideTerminalIsUsed() {
        String wide = shown(SCREEN + " --all", true, Map.of("COLUMNS", "200"));
        String page = shown(SCREEN + " --all", true, Map.of("COLUMNS", "80"));
        assertThat(widest(wide)).isGreaterThan(100);
        // A name that is too long loses its Chinese part first.
        assertThat(wide.replaceAll("\\s", "").length())
                .isGreaterThan(page.replaceAll("\\s", "").length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "wide", "99999"})
    void anInvalidWidthIsIgnored(String columns) {
        assertThat(shown(SCREEN, true, Map.of("COLUMNS", columns))).isEqualTo(PAGE);
    }

    @Test
    void withoutATerminalTheWidthIsThatOfAPage() {
        assertThat(shown(SCREEN, false, Map.of("COLUMNS", "200"))).isEqualTo(PAGE);
    }

    @Test
    void aScreeningEndsWithCountsOnATerminal() {
        Run run = Run.winnow(Map.of(), true, "screen", "-u", "illustrative", "-r", "battery");
        assertThat(run.err())
                .containsPattern("winnow: 36 assessments: \\d+ recommended, \\d+ held, \\d+ declined; [0-9.]+ s\n");
        assertThat(Run.winnow(Map.of(), true, "screen", "-q", "-u", "illustrative", "-r", "battery")
                        .err())
                .isEmpty();
        assertThat(Run.winnow("screen", "-u", "illustrative", "-r", "battery").err())
                .doesNotContain("assessments");
    }
}
