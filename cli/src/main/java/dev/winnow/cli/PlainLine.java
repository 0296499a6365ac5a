package dev.winnow.cli;

import dev.winnow.cli.command.ExplainCommand;
import dev.winnow.cli.command.ScreenCommand;
import dev.winnow.cli.option.LanguageOption;
import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.PlainWords;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Version;
import dev.winnow.cli.rules.RulesCheckCommand;
import dev.winnow.cli.rules.RulesTestCommand;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The command lines of most runs, which are read without picocli: its model of a command is made from annotations, which takes
 * longer than some commands run. {@code PlainLineTest} holds that both understand the same.
 */
final class PlainLine {

    private PlainLine() {}

    /** What a command line runs; null if it is not plain. */
    static @Nullable Callable<Integer> read(Terminal terminal, Packs packs, String... arguments) {
        int at = LanguageOption.behind(arguments);
        if (at >= arguments.length) {
            return null;
        }
        boolean rules = arguments[at].equals("rules") && at + 1 < arguments.length;
        List<String> words = Arrays.asList(arguments).subList(at + (rules ? 2 : 1), arguments.length);
        // A language before the command is one of its options all the same, and may be given once.
        if (at > 0 && words.contains(LanguageOption.NAME)) {
            return null;
        }
        return switch (rules ? "rules " + arguments[at + 1] : arguments[at]) {
            case "--version", "-V" -> words.isEmpty() ? () -> version(terminal) : null;
            case "screen" -> taking(new ScreenCommand(terminal, packs), words);
            case "explain" -> taking(new ExplainCommand(terminal, packs), words);
            case "rules check" -> taking(new RulesCheckCommand(terminal, packs), words);
            case "rules test" -> taking(new RulesTestCommand(terminal, packs), words);
            default -> null;
        };
    }

    private static <C extends Callable<Integer> & PlainWords> @Nullable Callable<Integer> taking(
            C command, List<String> words) {
        return command.takeAll(words) ? command : null;
    }

    private static int version(Terminal terminal) {
        PrintOptions.print(terminal, out -> out.write(Version.lines().getBytes(StandardCharsets.UTF_8)));
        return Exit.DONE;
    }
}
