package dev.winnow.cli;

import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Command lines that {@code --help} ends with: each works as it stands, but for the names of one's own files. */
final class HelpExamples {

    private HelpExamples() {}

    /** Whether the footer of a command lists examples: it does of a command that no others stand below. */
    static boolean has(CommandLine command) {
        return command.getSubcommands().isEmpty()
                && command.getCommandSpec().usageMessage().footer().length > 0;
    }

    /** Puts a heading above the examples of a command and of those below. */
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
