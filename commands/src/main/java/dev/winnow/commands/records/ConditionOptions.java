package dev.winnow.commands.records;

import dev.winnow.console.option.InputOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.replay.ProposedCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of one condition of a decision; they may be repeated together. */
final class ConditionOptions {

    @Option(
            names = "--condition",
            paramLabel = "TEXT",
            description = "A condition of the decision, followed by its --until, and by --owner and --about if you "
                    + "like; may be repeated with them.")
    private @Nullable String text;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The last day to meet the condition. Without any --condition: the day for all open red "
                    + "flags on which the recommendation depends.")
    private @Nullable String until;

    @Option(names = "--owner", paramLabel = "NAME", description = "The person or body that is to meet the condition.")
    private @Nullable String owner;

    @Option(
            names = "--about",
            paramLabel = "NAME",
            description = "The red flag that must not hold, or the fact that must be known, for the condition to be "
                    + "met. Default: people say when it is met.")
    private @Nullable String about;

    /** Returns the conditions of a command line. */
    static List<ProposedCondition> all(List<ConditionOptions> given) {
        return given.stream().map(one -> one.proposed(given.size() == 1)).toList();
    }

    private ProposedCondition proposed(boolean alone) {
        String day = until;
        if (day == null) {
            String option = text != null ? "--condition" : about != null ? "--about" : "--owner";
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` needs a day", option).with(Message.of("write `%s` after it", "--until DAY")));
        }
        if (text == null && !alone) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` has no condition", "--until " + day)
                            .with(Message.of(
                                    "write each `%s` before its `%s` and `%s`", "--condition", "--until", "--owner")));
        }
        return new ProposedCondition(text, about, owner, InputOptions.day(day));
    }
}
