package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Program;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scren                      | unknown command `scren`; did you mean `screen`?",
                "screen --citty x           | unknown option `--citty`; did you mean `--city`?",
                "screen --fromat=json       | unknown option `--fromat`; did you mean `--format`?",
                "screen -f jsn              | unknown value `jsn` for --format; did you mean `json`?",
                "screen -f excel            | unknown value `excel` for --format; expected one of table, json, ndjson, csv, xlsx,"
                        + " markdown, docx, html",
                "screen --color=yes         | unknown value `yes` for --color; expected one of auto, always, never",
                "screen --as-of decisions   | `decisions` is not a date; did you mean `decision`?",
                "screen --as-of 2025-02     | `2025-02` is not a date; did you mean `2025-02-28`?",
                "screen --as-of 2025-02-30  | `2025-02-30` is not a date; did you mean `2025-02-28`?",
                "screen --city              | missing required parameter for option `--city` (CITY)",
                "screen here                | unexpected argument `here`; did you mean `--project here` or `--city here`?",
                "screen --proj sien         | unknown option `--proj`; did you mean `--project`?",
                "screen --top five          | `--top` takes a whole number, not `five`",
                "screen --as-of 2025-13-40  | `2025-13-40` is not a date; write a date as year, month and day, such as `2024-06-30`",
                "scren --help               | unknown command `scren`; did you mean `screen`?",
                "help scren                 | unknown command `scren`; did you mean `screen`?",
                "explain                    | `PROJECT` and `CITY` are missing",
                "explain sien               | `CITY` is missing",
                "evidence -f xml            | unknown value `xml` for --format; expected one of text, json",
                "evidence --as-of 2025-02   | `2025-02` is not a date; did you mean `2025-02-28`?",
                "evidence siem              | unknown subject `siem`; did you mean `sien`?",
                "evidence sien boe          | unexpected argument `boe`",
                "schema limit               | unknown value `limit` for schema; did you mean `limits`?",
                "completion bsh             | unknown value `bsh` for shell; did you mean `bash`?"
            })
    void wrongUsageIsSaidInALineWithAHint(String line, String message) {
        Run run = Run.winnow(line.strip().split(" +"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("winnow: " + message + "\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyCommandLineIsWrongUsage() {
        Run run = Run.winnow();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no command given", "Try `winnow --help`.");
    }

    @Test
    void atSignsAreNotArgumentFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "secret");

        assertThat(Run.winnow("explain", "sien", "@" + file).err())
                .startsWith("winnow: unknown city `@" + file + "`; the cities are ")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u202E", "\u2028", "\u0085", "\uD801", "\0"})
    void argumentsWithHiddenCharactersAreRefused(String hidden) {
        for (String[] words : new String[][] {
            {"explain", "sien", "qing" + hidden + "dao"},
            {"screen", "--city=qing" + hidden + "dao"},
            {"screen" + hidden},
            {"decide", "sien", "qingdao", "hold", "--reason", "why" + hidden}
        }) {
            Run run = Run.winnow(words);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .matches("winnow: `.*\uFFFD.*`: the invisible character U\\+.* is not allowed in a" + " text\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        screen --city           | --city
        screen --universe       | --universe
        screen -o               | --output
        decide sien qingdao hold --reason | --reason
        """)
    void blankValuesAreRefused(String command, String name) {
        for (String blank : List.of("", " ", "\u3000", "\u00A0")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.add(blank);
            assertThat(Run.winnow(words.toArray(String[]::new)))
                    .isEqualTo(new Run(2, "", "winnow: `" + name + "` has a blank value\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        synth --seed x                                | `--seed` takes a whole number, not `x`
        synth --projects 99999999999                  | `--projects` takes a whole number, not `99999999999`
        screen --samples 1.5                          | `--samples` takes a whole number, not `1.5`
        screen --quiet=x                              | `--quiet` takes no value
        """)
    void aValueOfTheWrongTypeIsReportedWithoutJavaTypes(String words, String message) {
        Run run = Run.winnow(words.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("winnow: " + message + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        match    | --capacity | qingdao=1            | Qingdao=2
        match    | --capacity | 1                    | 2
        screen   | --rate     | USD=7@2025-01-01     | usd=8@2025-01-01
        import x | --map      | 赛道=track             | 赛 道=name
        import x | --map      | 赛道=芯片=track          | 赛道=芯片=links
        import x | --match    | 芯恩=sien              | 芯恩=new
        """)
    void aRepeatedKeyIsRefused(String command, String option, String one, String other) {
        Run.assumeBuilt(command);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(option, one, option, other));
        assertThat(Run.winnow(words.toArray(String[]::new)))
                .isEqualTo(new Run(
                        2,
                        "",
                        "winnow: `%s %s` and `%s %s` are about the same; leave out one of them\n"
                                .formatted(option, one, option, other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "screen --help",
                "explain --help",
                "compare --help",
                "backtest --help",
                "portfolio --help",
                "match --help",
                "ask --help",
                "records --help",
                "records export --help",
                "records import --help",
                "rules --help",
                "rules check --help",
                "rules test --help",
                "rules mutate --help",
                "rules list --help",
                "rules new --help",
                "rules new rule --help",
                "rules new criterion --help",
                "rules new pack --help",
                "rules fmt --help",
                "evidence --help",
                "schema --help",
                "completion --help"
            })
    void helpFitsThePage(String line) {
        Run.assumeBuilt(line);
        for (String language : List.of("en", "zh")) {
            Run run = Run.winnow((line + " --lang " + language).split(" "));
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains(language.equals("en") ? "Usage: winnow" : "用法：winnow");
            assertThat(run.out().lines())
                    .allSatisfy(text -> assertThat(Columns.width(text)).isLessThanOrEqualTo(Columns.PAGE));
            assertThat(run.out())
                    .as("a fact is never broken at its dot")
                    .doesNotContainPattern("(?:project|city|sien)\\.\\n +\\w+=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionListsEveryCommand(String shell) {
        Run run = Run.winnow("completion", shell);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("screen", "explain", "as-of", "table", "schema", "universe", "evidence");
    }

    @Test
    void unexpectedFailuresAreReportedInOneLine() {
        Run run = failing(Map.of());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("winnow: unexpected error\nPlease report it ")
                .doesNotContain("\tat ", "Exception");
    }

    /** A mistyped pack would otherwise leave out the facts that only it declares. */
    @ParameterizedTest
    @ValueSource(strings = {"evidence", "synth", "template -f csv", "schema universe"})
    void aPackThatIsMissingIsReported(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-r", "./nosuch"));

        Run run = Run.winnow(words.toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(run.err()).startsWith("./nosuch: rule pack not found\n");
    }

    @Test
    void anUnknownColourSettingIsRefusedByEveryCommand() {
        assertThat(Run.winnow("doctor", "--color=red").err())
                .isEqualTo("winnow: unknown value `red` for --color; expected one of auto, always, never\n");
    }

    @Test
    void theStackTraceIsPrintedOnRequest() {
        assertThat(failing(Map.of("WINNOW_DEBUG", "1")).err()).contains("\tat ");
    }

    private static Run failing(Map<String, String> environment) {
        java.io.StringWriter err = new java.io.StringWriter();
        Terminal terminal = new Terminal(
                java.io.OutputStream.nullOutputStream(), new java.io.PrintWriter(err), environment::get, false);
        CommandEntry fall = new CommandEntry("fall", CommandEntry.Topic.SCREENING, (to, packs) -> {
            throw new IllegalStateException("the floor\ngave way");
        });
        int exit = Program.run(List.of(fall), terminal, RulePack::load, "fall");
        return new Run(exit, "", err.toString());
    }
}
