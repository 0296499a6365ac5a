package dev.winnow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules}: what a policy analyst asks of a rule pack. */
@Command(
        name = "rules",
        description = "Work on the rules of a pack.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new CommandLine.ParameterException(spec.commandLine(), "`rules` needs a command: one of " + commands);
    }

    /** The command with its own commands. */
    static CommandLine with(Terminal terminal, Packs packs) {
        return new CommandLine(new RulesCommand())
                .addSubcommand(new RulesCheckCommand(terminal, packs))
                .addSubcommand(new RulesTestCommand(terminal, packs))
                .addSubcommand(new RulesMutateCommand(terminal, packs))
                .addSubcommand(new RulesListCommand(terminal, packs))
                .addSubcommand(new RulesDocCommand(terminal, packs))
                .addSubcommand("new", RulesNewCommand.with(terminal))
                .addSubcommand(new RulesFmtCommand(terminal, packs));
    }
}
