package dev.winnow.console;

import dev.winnow.console.option.LanguageOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The commands by name. A command line that names a command creates only that one, because creating all takes longer
 * than some commands run. For help or an unknown word, all are created.
 */
final class Commands {

    private static final String PROGRAM = "winnow";

    /**
     * A command named on the command line.
     *
     * @param arguments the rest of the command line
     */
    record Chosen(CommandLine command, List<String> arguments) {}

    private final Terminal terminal;
    private final Packs packs;
    private final Map<String, CommandEntry> byWords = new LinkedHashMap<>();

    Commands(List<CommandEntry> entries, Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
        for (CommandEntry entry : entries) {
            if (byWords.put(entry.words(), entry) != null) {
                throw new Refusal(
                        Exit.COULD_NOT_RUN,
                        Message.of("two features have the command `%s`; remove one of them", entry.words()));
            }
        }
    }

    /** Returns the commands of all features, by topic. */
    static Commands of(List<Feature> features, Terminal terminal, Packs packs) {
        List<CommandEntry> entries = features.stream()
                .flatMap(feature -> feature.commands().stream())
                .sorted(Comparator.comparing(CommandEntry::topic))
                .toList();
        return new Commands(entries, terminal, packs);
    }

    /** Returns the command that a command line starts with; null if it starts with none, or only with a group. */
    @Nullable
    Chosen one(String... arguments) {
        int at = LanguageOption.behind(arguments);
        for (int words = 1; words <= 2 && at + words <= arguments.length; words++) {
            String name = String.join(" ", Arrays.copyOfRange(arguments, at, at + words));
            CommandEntry entry = byWords.get(name);
            if (entry != null && entry.standsAlone()) {
                List<String> left = new ArrayList<>(Arrays.asList(arguments).subList(0, at));
                left.addAll(Arrays.asList(arguments).subList(at + words, arguments.length));
                return new Chosen(line(entry).setCommandName(PROGRAM + " " + name), left);
            }
        }
        return null;
    }

    /** Adds all commands to a root command, those of two words to the group named by the first. */
    void addTo(CommandLine root) {
        Map<String, CommandLine> added = new LinkedHashMap<>();
        byWords.forEach((words, entry) -> {
            int space = words.indexOf(' ');
            CommandLine above = space < 0 ? root : added.get(words.substring(0, space));
            if (above == null) {
                throw new IllegalStateException("`" + words + "` has no group before it");
            }
            CommandLine command = line(entry);
            above.addSubcommand(words.substring(space + 1), command);
            added.put(words, command);
        });
    }

    private CommandLine line(CommandEntry entry) {
        Object command = entry.factory().apply(terminal, packs);
        return command instanceof CommandLine line ? line : new CommandLine(command);
    }
}
