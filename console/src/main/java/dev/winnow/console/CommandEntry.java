package dev.winnow.console;

import dev.winnow.console.option.Packs;
import dev.winnow.console.terminal.Terminal;
import java.util.function.BiFunction;

/**
 * A command by name, created only when it is called.
 *
 * @param words its name: {@code weights}; the first of two words names its group: {@code rules check}
 * @param topic the part of the help that lists it
 * @param standsAlone whether it runs without the other commands; a group, or a command that lists them all, does not
 * @param factory creates the command, an object annotated for picocli. A lambda, not a constructor reference, which
 *     would load the class of every command at each start
 */
public record CommandEntry(
        String words, Topic topic, boolean standsAlone, BiFunction<Terminal, Packs, Object> factory) {

    /** Topics in the order of the help. */
    public enum Topic {
        SCREENING,
        CHOICES,
        RECORDS,
        RULES,
        DATA,
        HELP
    }

    /** A command that runs without the others. */
    public CommandEntry(String words, Topic topic, BiFunction<Terminal, Packs, Object> factory) {
        this(words, topic, true, factory);
    }

    /** Returns the entry of a group of commands, which precedes them and has no action of its own. */
    public static CommandEntry group(String word, Topic topic, String description) {
        return new CommandEntry(word, topic, false, (terminal, packs) -> CommandGroup.of(word, description));
    }
}
