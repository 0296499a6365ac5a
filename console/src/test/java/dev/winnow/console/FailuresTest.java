package dev.winnow.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Failures of files are described without the name of a Java class. */
class FailuresTest {

    private final StringWriter err = new StringWriter();
    private final Failures failures =
            new Failures(new Terminal(new ByteArrayOutputStream(), new PrintWriter(err), variable -> null, false));

    @ParameterizedTest
    @MethodSource("failures")
    void aFileThatFailsIsNamed(IOException failure, String expected) {
        assertThat(failures.failed(new UncheckedIOException(failure))).isEqualTo(Exit.COULD_NOT_RUN);
        assertThat(err).hasToString("winnow: " + expected + "\n");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("a.csv"), "cannot read `a.csv`: permission denied"),
                Arguments.of(new NoSuchFileException("a.csv"), "cannot read `a.csv`: there is no such file"),
                Arguments.of(
                        new FileSystemException("a.csv", null, "File name too long"),
                        "cannot read `a.csv`: the name of the file is too long"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"));
    }

    /** In a locale without UTF-8, Java cannot convert every argument. */
    @Test
    void anArgumentThatIsNoPathIsQuoted() {
        CommandLine command = new CommandLine(CommandSpec.create()
                .name("winnow")
                .addPositional(PositionalParamSpec.builder().type(Path.class).build()));
        try {
            command.parseArgs("\0.csv");
        } catch (ParameterException wrong) {
            failures.handleParseException(wrong, new String[] {"\0.csv"});
        }
        assertThat(err).hasToString("winnow: `\uFFFD.csv` is not a path\nTry `winnow --help`.\n");
    }

    @ParameterizedTest
    @CsvSource({"1, 80", "19, 80", "20, 20", "9999, 9999", "10000, 80", "-5, 80", "wide, 80"})
    void aWidthThatNoTerminalHasIsIgnored(String columns, int expected) {
        Terminal terminal = new Terminal(new ByteArrayOutputStream(), new PrintWriter(err), variable -> columns, true);

        assertThat(terminal.columns()).isEqualTo(expected);
    }
}
