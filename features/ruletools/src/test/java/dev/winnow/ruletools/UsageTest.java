package dev.winnow.ruletools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong command lines of rule authors. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules                      | `rules` needs a subcommand: one of check, test, mutate, list, doc, new, fmt",
                "rules lst                  | unknown command `lst`; did you mean `list`?",
                "rules test -f xml          | unknown value `xml` for --format; expected one of text, json, junit",
                "rules test -f jnit         | unknown value `jnit` for --format; did you mean `junit`?",
                "rules test --threshold 101 | --threshold must be a percentage from 0 to 100, not `101`",
                "rules test -w -f json      | --watch requires --format text",
                "rules mutate -f junit      | unknown value `junit` for --format; expected one of text, json",
                "rules mutate --threshold -1 | --threshold must be a percentage from 0 to 100, not `-1`",
                "rules new                  | `rules new` needs a command: rule, fact, list, criterion, condition or pack",
                "rules new rul x            | unknown command `rul`; did you mean `rule`?",
                "rules new rule             | `ID` is missing",
                "rules new rule x           | no pack given, and this folder contains none; give yours with `-r FOLDER`, or create one with `winnow rules new pack NAME`",
                "rules new rule x -r battery | no such folder: `battery`; give yours with `-r FOLDER`, or create one with `winnow rules new pack NAME`",
                "rules new rule x --verb awrd -r ../../rules/battery | a rule cannot `awrd`; did you mean `award`?",
                "rules list --as-of 2025-02 | `2025-02` is not a date; did you mean `2025-02-28`?"
            })
    void wrongUsageIsSaidInALineWithAHint(String line, String message) {
        Run run = Run.winnow(line.strip().split(" +"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("winnow: " + message + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rules test --threshold x                      | `--threshold` takes a number such as `12.5`, not `x`
        rules test --threshold 1e1                    | `--threshold` takes a number such as `12.5`, not `1e1`
        rules new rule r --points 3²                  | `--points` takes a number such as `12.5`, not `3²`
        rules new criterion c --weight 1e999999999    | `--weight` takes a number such as `12.5`, not `1e999999999`
        """)
    void aValueOfTheWrongTypeIsReportedWithoutJavaTypes(String words, String message) {
        Run run = Run.winnow(words.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("winnow: " + message + "\n");
    }

    @Test
    void aBlankPackIsRefused() {
        assertThat(Run.winnow("rules", "check", " ")).isEqualTo(new Run(2, "", "winnow: `PACK` has a blank value\n"));
    }

    @Test
    void refusalsAreInChinese() {
        assertThat(Run.winnow("rules", "test", "battery", "--threshold", "101", "--lang", "zh")
                        .err())
                .contains("--threshold 是0至100的百分数，不能是 `101`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionAndManualListTheCommands(String shell) {
        assertThat(Run.winnow("completion", shell).out())
                .contains("rules", "check", "new", "criterion", "award-share", "fmt", "reads");
        assertThat(Run.winnow("manual").out()).contains("\n.SS \"winnow rules check [OPTIONS]");
    }
}
