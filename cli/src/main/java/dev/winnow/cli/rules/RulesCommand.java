package dev.winnow.cli.rules;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
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

    /** Refuses a {@code --threshold} that is no percentage. */
    static void checkPercentage(@Nullable BigDecimal threshold) {
        if (threshold != null && (threshold.signum() < 0 || threshold.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new Refusal(Exit.USAGE, Message.of("--threshold is a percentage from 0 to 100, not `%s`", threshold));
        }
    }
}
