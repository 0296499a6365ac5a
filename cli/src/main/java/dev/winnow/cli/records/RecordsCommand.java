package dev.winnow.cli.records;

import dev.winnow.cli.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow records}: moving records between places. */
@Command(
        name = "records",
        description = "Move records between places.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class RecordsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongUsage(
                spec.commandLine(),
                Message.of(
                        "`%s` needs a command: one of %s",
                        "records", spec.subcommands().keySet()));
    }
}
