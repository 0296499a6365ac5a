package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions in bash and zsh with winnow's script. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

    /** Prints the completions of the script, one per line, and each change to the completion of file names. */
    private static final String ASK = """
            compopt() { echo "compopt $*"; }
            . "$0"
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _complete_winnow
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** Completes {@code winnow scr} in a zsh on a pseudo-terminal, and prints what it displays. */
    private static final String COMPLETE = """
            zmodload zsh/zpty && zpty shell zsh -f -i || exit
            zpty -w shell "fpath=($0 \\$fpath); autoload -U compinit; compinit -D -u; PS1='re'; PS1=\\${PS1}ady'>'"
            zpty -r shell answer '*ready>*'
            zpty -w -n shell $'winnow scr\\t'
            zpty -r shell answer '*(een|not found)*'
            print -r -- "$answer"
            zpty -d shell
            """;

    @TempDir
    private Path folder;

    private String completed(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("winnow.bash"), Run.winnow("completion", "bash").out());
        List<String> command = new ArrayList<>(List.of(program("bash"), "-c", ASK, script.toString()));
        command.addAll(List.of(line.split(" ")));
        return output(command);
    }

    /** Returns the path of a shell; tests without it are skipped. */
    private static String program(String shell) {
        Optional<Path> found = Stream.of("/bin", "/usr/bin", "/usr/local/bin")
                .map(bin -> Path.of(bin, shell))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no " + shell);
        return found.get().toString();
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        process.waitFor();
        return Files.readString(out).strip();
    }

    @ParameterizedTest
    @CsvSource({
        "winnow scr, screen",
        "winnow rules ch, check",
        "winnow screen --format xl, xlsx",
        "winnow screen --un, --universe --unranked"
    })
    void winnowsWordsAreOffered(String line, String offered) throws IOException, InterruptedException {
        if (line.startsWith("winnow rules")) {
            Run.assumeBuilt(line);
        }
        assertThat(completed(line).split("\n")).containsExactlyInAnyOrder(offered.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"winnow screen -u my", "winnow screen --rules my", "winnow rules check my"})
    void fileNamesAreLeftToTheShell(String line) throws IOException, InterruptedException {
        assertThat(completed(line)).isEmpty();
    }

    @Test
    void zshNeedsNoBashFeature() {
        assertThat(Run.winnow("completion", "zsh").out())
                .contains("bashcompinit")
                .doesNotContain("compopt=", "compopt +o default");
    }

    @Test
    void zshCompletesWithoutErrors() throws IOException, InterruptedException {
        String zsh = program("zsh");
        Files.writeString(
                folder.resolve("_winnow"),
                "#compdef winnow\n" + Run.winnow("completion", "zsh").out()
                        + "_bash_complete -o default -F _complete_winnow\n");
        assertThat(output(List.of(zsh, "-f", "-c", COMPLETE, folder.toString())))
                .endsWith("winnow screen");
    }
}
