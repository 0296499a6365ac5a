package dev.winnow.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands that may stand at a place of the command line. Where one of them does, that one alone is made: making them all
 * takes longer than most of them run. For all else, such as help or a misspelt word, all are there.
 */
final class Subcommands {

    /** Knows all others, and so needs them. */
    private static final String COMPLETION = "completion";

    private final String[] arguments;
    private final Map<String, Function<String[], Object>> byName = new LinkedHashMap<>();

    /** @param arguments the command line from this place on */
    Subcommands(String... arguments) {
        this.arguments = arguments;
    }

    Subcommands add(String name, Supplier<Object> made) {
        return add(name, below -> made.get());
    }

    /** @param made makes a command that has subcommands, for the command line behind it */
    Subcommands add(String name, Function<String[], Object> made) {
        byName.put(name, made);
        return this;
    }

    /** Puts them under a command. */
    CommandLine under(CommandLine command) {
        int at = first();
        String asked = at < arguments.length ? arguments[at] : null;
        boolean one = asked != null && byName.containsKey(asked) && !asked.equals(COMPLETION);
        String[] below = one ? Arrays.copyOfRange(arguments, at + 1, arguments.length) : new String[0];
        byName.forEach((name, made) -> {
            if (!one || name.equals(asked)) {
                command.addSubcommand(name, made.apply(below));
            }
        });
        return command;
    }

    /** Where the first word stands: the language may be told before it. */
    private int first() {
        int at = 0;
        while (at < arguments.length && arguments[at].startsWith(LanguageOption.NAME)) {
            at += arguments[at].equals(LanguageOption.NAME) ? 2 : 1;
        }
        return at;
    }
}
