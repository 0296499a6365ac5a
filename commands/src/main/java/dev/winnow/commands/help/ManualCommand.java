package dev.winnow.commands.help;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Version;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * {@code winnow manual}: prints the manual page in the format of {@code man}. All commands are on one page, so that a
 * search finds every option.
 */
@Command(
        name = "manual",
        description = "Print the manual page in the format of `man`: `winnow manual | man -l -`.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ManualCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ManualCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> page = new ArrayList<>();
        CommandLine root = spec.root().commandLine();
        page.add(".TH WINNOW 1 \"\" \"winnow " + Objects.requireNonNullElse(Version.number(), "") + "\"");
        section(page, "Name");
        page.add("winnow \\- " + escaped(description(root)));
        section(page, "Synopsis");
        page.add(".B winnow");
        page.add(escaped(synopsis(root)));
        section(page, "Options");
        options(page, root, List.of());
        section(page, "Commands");
        for (CommandLine command : new LinkedHashSet<>(root.getSubcommands().values())) {
            command(page, command, root);
        }
        footer(page, root);
        new PrintOptions().write(terminal, String.join("\n", page) + "\n");
        return Exit.DONE;
    }

    private void section(List<String> page, String english) {
        page.add(".SH " + quoted(terminal.wording().sentence(english)));
    }

    private static void command(List<String> page, CommandLine command, CommandLine root) {
        String name = command.getCommandSpec().qualifiedName(" ");
        page.add(".SS " + quoted(name + " " + synopsis(command)));
        page.add(escaped(description(command)));
        options(page, command, root.getCommandSpec().options());
        examples(page, command);
        new LinkedHashSet<>(command.getSubcommands().values()).forEach(below -> command(page, below, root));
    }

    private static String synopsis(CommandLine command) {
        if (!command.getSubcommands().isEmpty()) {
            return "[OPTIONS] COMMAND";
        }
        StringBuilder words = new StringBuilder("[OPTIONS]");
        command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(parameter -> words.append(' ')
                        .append(
                                parameter.arity().min() == 0
                                        ? "[" + parameter.paramLabel() + "]"
                                        : parameter.paramLabel())
                        .append(parameter.arity().max() > 1 ? "…" : ""));
        return words.toString();
    }

    /** Writes the options of a command, except global ones that were listed before. */
    private static void options(List<String> page, CommandLine command, List<OptionSpec> told) {
        command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(parameter -> argument(page, parameter.paramLabel(), parameter));
        List<String> known = told.stream().map(OptionSpec::longestName).toList();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden() && !known.contains(option.longestName())) {
                String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
                argument(page, String.join(", ", option.names()) + value, option);
            }
        }
    }

    private static void argument(List<String> page, String name, ArgSpec argument) {
        page.add(".TP");
        page.add("\\fB" + escaped(name) + "\\fR");
        page.add(escaped(String.join(
                " ", Arrays.stream(argument.description()).map(String::strip).toList())));
    }

    /** Writes the examples from the end of {@code --help}. */
    private static void examples(List<String> page, CommandLine command) {
        String[] lines = command.getCommandSpec().usageMessage().footer();
        if (lines.length > 0) {
            page.add(".PP");
            page.add(".nf");
            Arrays.stream(lines).filter(line -> !line.isBlank()).forEach(line -> page.add(escaped(line)));
            page.add(".fi");
        }
    }

    private static void footer(List<String> page, CommandLine root) {
        String[] lines = root.getCommandSpec().usageMessage().footer();
        page.add(".PP");
        Arrays.stream(lines).filter(line -> !line.isBlank()).forEach(line -> page.add(escaped(line)));
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }

    /** Escapes a dot or an apostrophe at the start of a line, which roff takes for a command. */
    private static String escaped(String text) {
        String safe =
                text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ").replace("%%", "%");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
