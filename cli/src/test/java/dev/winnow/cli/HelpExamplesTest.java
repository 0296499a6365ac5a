package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every command line that {@code --help} shows, in a folder with a reader's files. */
class HelpExamplesTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern OWN = Pattern.compile("drafts/\\S+|[a-z]+\\.(?:xlsx|yaml|html|md|ndjson|db|ics)");

    private static final Pattern OUTPUT = Pattern.compile(" -o (\\S+)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aDraftATableAndARecord() throws IOException {
        Files.copy(Run.HOME.resolve("docs/examples/scenarios.yaml"), folder.resolve("scenarios.yaml"));
        PackCopy.of("battery", folder.resolve("drafts"));
        assertThat(run("winnow template -o projects.xlsx").exit()).isZero();
        assertThat(run("winnow ask hisense-xinxin qingdao -o questions.xlsx").exit())
                .isZero();
        assertThat(run("winnow screen --record").exit()).isZero();
        assertThat(run("winnow records export -o records.ndjson").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen",
                "explain",
                "paper",
                "ask",
                "answers",
                "compare",
                "backtest",
                "exceptions",
                "scenarios",
                "gaps",
                "portfolio",
                "match",
                "decide",
                "watch",
                "history",
                "replay",
                "verify",
                "records export",
                "records import",
                "evidence",
                "import",
                "template",
                "synth",
                "schema",
                "rules check",
                "rules test",
                "rules mutate",
                "rules list",
                "rules doc",
                "rules fmt",
                "rules new pack",
                "rules new criterion",
                "rules new rule",
                "rules new fact"
            })
    void everyExampleWorks(String command) throws IOException {
        Run.assumeBuilt(command);
        List<String> examples = examples(command);
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(example).startsWith("winnow " + command);
            assertThat(Columns.width(example)).isLessThanOrEqualTo(Columns.PAGE - 2);
            Matcher output = OUTPUT.matcher(example);
            if (output.find()) {
                Files.deleteIfExists(folder.resolve(output.group(1)));
            }
            Run run = run(example);
            // A table and a question sheet that have not been filled in are empty, which is reported.
            assertThat(run.exit())
                    .as("%s\n%s", example, run.err())
                    .isIn(
                            example.contains(" projects.xlsx") || example.contains(" questions.xlsx")
                                    ? List.of(0, 3)
                                    : List.of(0));
        }
    }

    @Test
    void wrongUsageInAnExampleWouldBeDetected() {
        assertThat(run("winnow screen --cty qingdao").exit()).isEqualTo(2);
    }

    private static List<String> examples(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        return Run.winnow(words.toArray(String[]::new))
                .out()
                .lines()
                .dropWhile(line -> !line.equals("For example:"))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    private static Run run(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring("winnow ".length()));
        while (word.find()) {
            String found = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(OWN.matcher(found).matches() ? folder.resolve(found).toString() : found);
        }
        return Run.winnow(
                Map.of("WINNOW_RECORDS", folder.resolve("records.db").toString()), false, words.toArray(String[]::new));
    }
}
