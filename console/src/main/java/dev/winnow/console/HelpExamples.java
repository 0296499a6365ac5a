package dev.winnow.console;

import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Example command lines at the end of {@code --help}. Each works as it stands, except for the names of the user's own
 * files.
 */
final class HelpExamples {

    private HelpExamples() {}

    /** Whether the footer of a command lists examples, which every command without subcommands has. */
    static boolean has(CommandLine command) {
        return command.getSubcommands().isEmpty()
                && command.getCommandSpec().usageMessage().footer().length > 0;
    }

    /** Adds a heading above the examples of a command and of its subcommands. */
    static void add(CommandLine commands, Wording wording) {
        if (has(commands)) {
            List<String> lines = new ArrayList<>(List.of("", wording.sentence("For example:")));
            Stream.of(commands.getCommandSpec().usageMessage().footer())
                    .map(line -> "  " + line)
                    .forEach(lines::add);
            commands.getCommandSpec().usageMessage().footer(lines.toArray(String[]::new));
        }
        commands.getSubcommands().values().forEach(below -> add(below, wording));
    }
}
