package dev.winnow.cli.rules;

import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.scaffold.Scaffold;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow rules new pack}: a folder with a whole small pack. */
@Command(
        name = "pack",
        description = "Begin a pack: a new folder with a criterion and a rule on each side.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NewPackCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The folder to make; its name is the pack’s, such as my-policy.")
    private String name = "";

    NewPackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = Shipped.path(name);
        try {
            return new DraftReport(terminal, Message.of("pack `%s`", folder.getFileName()))
                    .write(Scaffold.pack(folder), folder);
        } catch (PackException e) {
            return DraftReport.refused(terminal, e);
        }
    }
}
