package dev.winnow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules}: what a policy analyst asks of a rule pack. */
@Command(
        name = "rules",
        description = "Check, test and list the rules of a pack.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "`rules` needs a command: check, test or list");
    }

    /** The command with its own commands. */
    static CommandLine with(Terminal terminal, Packs packs) {
        return new CommandLine(new RulesCommand())
                .addSubcommand(new RulesCheckCommand(terminal, packs))
                .addSubcommand(new RulesTestCommand(terminal, packs))
                .addSubcommand(new RulesListCommand(terminal, packs));
    }
}
