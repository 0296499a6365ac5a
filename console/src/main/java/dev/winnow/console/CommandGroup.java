package dev.winnow.console;

import dev.winnow.console.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others, as {@code winnow rules} does. */
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class CommandGroup implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CommandGroup() {}

    static CommandLine of(String name, String description) {
        CommandLine group = new CommandLine(new CommandGroup());
        group.getCommandSpec().name(name).usageMessage().description(description);
        return group;
    }

    @Override
    public void run() {
        throw new WrongUsage(
                spec.commandLine(),
                Message.of(
                        "`%s` needs a subcommand: one of %s",
                        spec.name(), spec.subcommands().keySet()));
    }
}
