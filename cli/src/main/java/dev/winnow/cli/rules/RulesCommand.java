package dev.winnow.cli.rules;

import dev.winnow.cli.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules}: what a policy analyst asks of a rule pack. */
@Command(
        name = "rules",
        description = "Work on the rules of a pack.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongUsage(
                spec.commandLine(),
                Message.of(
                        "`%s` needs a command: one of %s",
                        "rules", spec.subcommands().keySet()));
    }
}
