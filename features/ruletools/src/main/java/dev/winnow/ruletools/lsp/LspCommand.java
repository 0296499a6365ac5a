package dev.winnow.ruletools.lsp;

import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.Version;
import dev.winnow.console.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code winnow lsp}: serves an editor. */
@Command(
        name = "lsp",
        description = "Serve an editor by the Language Server Protocol, on standard input and output: problems, "
                + "completion, hover, definitions, renaming and formatting in rule packs and universes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LspCommand implements Callable<Integer> {

    private final Terminal terminal;

    public LspCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // A line printed by a library between two messages would end the session.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try (Shipped shipped = new Shipped()) {
            return RuleServer.serve(
                    new FileInputStream(FileDescriptor.in),
                    terminal.out(),
                    terminal.wording(),
                    () -> shipped.vocabulary(List.of(), problems -> {}),
                    Objects.requireNonNullElse(Version.number(), "unknown"));
        }
    }
}
