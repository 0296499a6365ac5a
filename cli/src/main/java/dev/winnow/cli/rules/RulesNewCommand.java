package dev.winnow.cli.rules;

import dev.winnow.cli.terminal.Terminal;
import dev.winnow.cli.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow rules new}: examples that work, for their author to change. */
@Command(
        name = "new",
        description =
                "Begin a rule, a fact, a criterion or a pack with an example that passes its checks and cases at once."
                        + " Nothing is ever overwritten.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class RulesNewCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongUsage(
                spec.commandLine(), Message.of("`%s` needs a command: rule, fact, criterion or pack", "rules new"));
    }

    /** The command with its own commands. */
    public static CommandLine with(Terminal terminal) {
        return new CommandLine(new RulesNewCommand())
                .addSubcommand(new NewRuleCommand(terminal))
                .addSubcommand(new NewFactCommand(terminal))
                .addSubcommand(new NewCriterionCommand(terminal))
                .addSubcommand(new NewPackCommand(terminal));
    }
}
