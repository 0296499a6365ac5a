package dev.winnow.cli;

import dev.winnow.engine.PackException;
import dev.winnow.engine.Scaffold;
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
            return new Begun(terminal, "pack `" + folder.getFileName() + "`").write(Scaffold.pack(folder), folder);
        } catch (PackException e) {
            return Begun.refused(terminal, e);
        }
    }
}
