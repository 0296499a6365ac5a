package dev.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.cli.option.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bash and zsh complete by the script that winnow prints. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

    /** Prints what the script offers, a line each, and each change it makes to the completion of file names. */
    private static final String ASK = """
            compopt() { echo "compopt $*"; }
            . "$0"
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _complete_winnow
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    private String completed(String line) throws IOException, InterruptedException {
        Path bash = Stream.of("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(bash != null, "there is no bash");
        Path script = Files.writeString(
                folder.resolve("winnow.bash"), Run.winnow("completion", "bash").out());
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(bash.toString(), "-c", ASK, script.toString()));
        command.addAll(List.of(line.split(" ")));
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
    void wordsOfWinnowAreOffered(String line, String offered) throws IOException, InterruptedException {
        assertThat(completed(line).split("\n")).containsExactlyInAnyOrder(offered.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"winnow screen -u my", "winnow screen --rules my", "winnow rules check my"})
    void fileNamesAreLeftToTheShell(String line) throws IOException, InterruptedException {
        assertThat(completed(line)).isEmpty();
    }

    @Test
    void zshIsAskedForNothingThatOnlyBashHas() {
        assertThat(Run.winnow("completion", "zsh").out())
                .contains("bashcompinit")
                .doesNotContain("compopt=", "compopt +o default");
    }
}
