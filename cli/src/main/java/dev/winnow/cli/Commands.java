package dev.winnow.cli;

import dev.winnow.cli.option.LanguageOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    private final Map<String, Supplier<?>> byWords = new LinkedHashMap<>();
    private final Map<String, Supplier<?>> groups = new LinkedHashMap<>();

    /** Adds a command; one with two words is a subcommand of the group named by the first word. */
    Commands add(String words, Supplier<?> made) {
        byWords.put(words, made);
        return this;
    }

    /** Adds a group of subcommands. */
    Commands group(String word, Supplier<?> made) {
        groups.put(word, made);
        return this;
    }

    /** Returns the command that a command line starts with; null if it starts with none. */
    @Nullable
    Chosen one(String... arguments) {
        int at = LanguageOption.behind(arguments);
        for (int words = 1; words <= 2 && at + words <= arguments.length; words++) {
            String name = String.join(" ", Arrays.copyOfRange(arguments, at, at + words));
            Supplier<?> made = byWords.get(name);
            if (made != null) {
                List<String> left = new ArrayList<>(Arrays.asList(arguments).subList(0, at));
                left.addAll(Arrays.asList(arguments).subList(at + words, arguments.length));
                CommandLine command = line(made).setCommandName(PROGRAM + " " + name);
                return new Chosen(command, left);
            }
        }
        return null;
    }

    /** Adds all commands to a root command. */
    CommandLine all(CommandLine root) {
        Map<String, CommandLine> above = new LinkedHashMap<>();
        byWords.forEach((words, made) -> {
            int space = words.indexOf(' ');
            if (space < 0) {
                root.addSubcommand(words, line(made));
                return;
            }
            String first = words.substring(0, space);
            CommandLine group = above.get(first);
            if (group == null) {
                group = line(groups.get(first));
                above.put(first, group);
                root.addSubcommand(first, group);
            }
            group.addSubcommand(words.substring(space + 1), line(made));
        });
        return root;
    }

    private static CommandLine line(@Nullable Supplier<?> made) {
        if (made == null) {
            throw new IllegalStateException("a subcommand without a group");
        }
        Object command = made.get();
        return command instanceof CommandLine line ? line : new CommandLine(command);
    }
}
