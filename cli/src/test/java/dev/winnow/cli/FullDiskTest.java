package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Program;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk is reported once for every kind of output. */
class FullDiskTest {

    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "screen --help",
                "screen -q -f json",
                "screen -q -f table",
                "screen -q -f html",
                "screen -q -f csv",
                "screen -q -f xlsx",
                "screen -q -f docx",
                "explain sien qingdao -q -f html",
                "ask -q -f html",
                "rules list",
                "rules check",
                "schema universe",
                "evidence sien",
                "synth --projects 3"
            })
    void standardOutputIsReportedOnce(String words) {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new BufferedOutputStream(FULL), new PrintWriter(err), variable -> null, false);

        int exit = Program.run(terminal, RulePack::load, words.split(" "));

        assertThat(err).hasToString("winnow: cannot write to standard output: the disk is full\n");
        assertThat(exit).isEqualTo(Exit.COULD_NOT_RUN);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusedRowsAreReportedOnce(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "项目名称,赛道\n" + "x,nope\n".repeat(5_000));
        Path draft = folder.resolve(".refused.csv.0.part");
        Files.createSymbolicLink(draft, Path.of("/dev/full"));

        assertThat(Run.winnow(
                        "import",
                        list.toString(),
                        "--refused",
                        folder.resolve("refused.csv").toString()))
                .isEqualTo(
                        new Run(Exit.COULD_NOT_RUN, "", "winnow: cannot write the refused rows: the disk is full\n"));
        assertThat(draft).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "table", "html", "csv", "xlsx", "docx"})
    @EnabledOnOs(OS.LINUX)
    void anOutputFileIsReportedOnce(String format) {
        assertThat(Run.winnow("screen", "-q", "-f", format, "-o", "/dev/full"))
                .isEqualTo(new Run(Exit.COULD_NOT_RUN, "", "winnow: cannot write `/dev/full`: the disk is full\n"));
    }
}
