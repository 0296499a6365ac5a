package dev.winnow.commands.help;

import dev.winnow.console.option.Choices;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow completion}: prints a shell completion script. */
@Command(
        name = "completion",
        description = "Print a completion script for bash, zsh or fish; source it in the shell.",
        footer = "winnow completion bash > winnow.bash",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private static final Pattern NO_FILE_NAMES =
            Pattern.compile("(?m)^ *(alias compopt=complete|type compopt .*\\+o default)\\R");

    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private String shell = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = Choices.oneOf("shell", shell, SHELLS).equals("fish")
                ? fish(root)
                : bash(root); // zsh reads the same script
        new PrintOptions().write(terminal, script.replace(System.lineSeparator(), "\n"));
        return Exit.DONE;
    }

    /**
     * The script of picocli, adapted: picocli completes file names only for options of type {@code File} or {@code
     * Path}, and uses an alias of {@code compopt} that zsh does not expand in a function it loads. Without that code,
     * both shells complete file names wherever the script offers nothing.
     */
    private static String bash(CommandLine root) {
        return NO_FILE_NAMES
                .matcher(AutoComplete.bash(root.getCommandName(), root))
                .replaceAll("");
    }

    private static String fish(CommandLine root) {
        List<String> lines = new ArrayList<>(List.of("# fish completion for winnow"));
        fish(root, List.of(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void fish(CommandLine command, List<String> path, List<String> lines) {
        String here = path.isEmpty()
                ? "__fish_use_subcommand"
                : String.join(
                        "; and ",
                        path.stream()
                                .map(name -> "__fish_seen_subcommand_from " + name)
                                .toList());
        String start = "complete -c winnow -n " + quoted(here);
        for (Map.Entry<String, CommandLine> child : command.getSubcommands().entrySet()) {
            lines.add(start + " -f -a " + child.getKey() + " -d " + quoted(firstLine(child.getValue())));
        }
        List<OptionSpec> shown = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .toList();
        for (OptionSpec option : shown) {
            lines.add(start + names(option) + arguments(option) + " -d "
                    + quoted(String.join(" ", option.description())));
        }
        command.getSubcommands().forEach((name, child) -> {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            fish(child, below, lines);
        });
    }

    private static String names(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names.toString();
    }

    private static String arguments(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        if (option.completionCandidates() == null) {
            return " -r";
        }
        return " -x -a " + quoted(String.join(" ", option.completionCandidates()));
    }

    private static String firstLine(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
