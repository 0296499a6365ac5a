package dev.winnow.console;

import dev.winnow.console.option.LanguageOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Version;
import dev.winnow.console.option.WorkspaceDefaults;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.console.terminal.WrongUsage;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line {@code winnow}: finds a command by its words and runs it. */
@Command(
        name = "winnow",
        description = "Screens candidate investment projects for cities by transparent rules.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with `winnow screen`, then run `winnow explain` with a project and a city.",
            "`winnow help screen` describes a command, `winnow doctor` this installation.",
            "Exit codes: 0 success, 1 a gate failed, 2 wrong usage, 3 problems in the pack or",
            "the data, 4 winnow could not run."
        })
public final class Program implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Program() {}

    /** Runs a command line and returns its exit code; throws nothing. */
    public static int run(Terminal english, Packs packs, String... given) {
        return run(List.of(), english, packs, given);
    }

    /**
     * Runs a command line and returns its exit code; throws nothing.
     *
     * @param first commands that are found without looking for features; they belong to one of them
     */
    public static int run(List<CommandEntry> first, Terminal english, Packs packs, String... given) {
        // The workbook library formats its own keywords in the default locale; in a Turkish one, the file would be
        // damaged.
        Locale.setDefault(Locale.ROOT);
        String[] arguments = expected(given);
        Terminal terminal;
        Workspace workspace;
        try {
            workspace = isHelp(arguments)
                    ? null
                    : Workspace.here(english.environment().apply(Workspace.VARIABLE));
            terminal = english.speaking(
                    LanguageOption.asked(english, workspace == null ? null : workspace.language(), arguments));
            if (workspace != null) {
                terminal = terminal.with(
                        RecordsOption.VARIABLE, workspace.records().toString());
            }
        } catch (Refusal e) {
            return new Failures(english).failed(e);
        }
        Failures failures = new Failures(terminal);
        try {
            requireSeen(arguments);
            int exit = execute(first, terminal, packs, failures, workspace, arguments);
            terminal.err().flush();
            return flushed(terminal, exit);
        } catch (Refusal e) {
            return failures.failed(e);
        } catch (RuntimeException e) {
            return failures.failed(e);
        } catch (Error e) {
            return failures.unexpected(e);
        }
    }

    /** Flushes the remaining results; reports a failure unless the command has done so. */
    private static int flushed(Terminal terminal, int exit) {
        try {
            terminal.out().flush();
            return exit;
        } catch (IOException e) {
            if (exit != Exit.COULD_NOT_RUN) {
                terminal.message(PrintOptions.unwritten(e));
            }
            return Exit.COULD_NOT_RUN;
        }
    }

    /** Refuses arguments with hidden characters. */
    private static void requireSeen(String... arguments) {
        for (String word : arguments) {
            Message hidden = HiddenCharacters.refusal(word);
            if (hidden != null) {
                throw new Refusal(Exit.USAGE, Message.of("`%s`: %s", Columns.clean(word), hidden));
            }
        }
    }

    /** Refuses blank option values. */
    private static void requireValues(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult part = parsed; part != null; part = part.subcommand()) {
            for (CommandLine.Model.ArgSpec argument : part.matchedArgs()) {
                if (argument.originalStringValues().stream().anyMatch(HiddenCharacters::isBlank)) {
                    String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
                    throw new Refusal(Exit.USAGE, Message.of("`%s` has a blank value", name));
                }
            }
        }
    }

    private static int execute(
            List<CommandEntry> first,
            Terminal terminal,
            Packs packs,
            Failures failures,
            @Nullable Workspace workspace,
            String... arguments) {
        Commands.Chosen chosen = new Commands(first, terminal, packs).one(arguments);
        CommandLine commands = new CommandLine(new Program());
        if (chosen == null && !asksForVersion(arguments)) {
            chosen = Features.first(feature -> new Commands(feature.commands(), terminal, packs).one(arguments));
            if (chosen == null) {
                Commands.of(Features.all(), terminal, packs).addTo(commands);
            }
        }
        if (chosen != null) {
            commands = chosen.command();
        }
        LanguageOption.add(commands);
        if (chosen == null && namesNoneOf(commands, arguments)) {
            String word = arguments[LanguageOption.behind(arguments)];
            return failures.handleParseException(new UnmatchedArgumentException(commands, List.of(word)), arguments);
        }
        PrintWriter out = new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true);
        Usage.translateAll(commands, terminal.wording());
        HelpExamples.add(commands, terminal.wording());
        commands.registerConverter(BigDecimal.class, Program::decimal)
                .setExpandAtFiles(false) // @file arguments would let a user of a service that runs winnow read any file
                .setOut(out)
                .setErr(terminal.err())
                .setUsageHelpWidth(Columns.PAGE - Usage.wide(terminal.wording()))
                .setColorScheme(
                        Help.defaultColorScheme(PrintOptions.automatic(terminal) ? Help.Ansi.ON : Help.Ansi.OFF))
                .setExecutionStrategy(new CheckedRun())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        if (workspace != null) {
            commands.setDefaultValueProvider(new WorkspaceDefaults(workspace, List.of(arguments), false));
        }
        return commands.execute(chosen != null ? chosen.arguments().toArray(String[]::new) : arguments);
    }

    /** Limits the number of digits: printing {@code 1e999999999} would fill the memory. */
    private static BigDecimal decimal(String word) {
        if (!word.matches("[-+]?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            throw new CommandLine.TypeConversionException(word);
        }
        return new BigDecimal(word);
    }

    /**
     * Whether the first word is no command. With {@code --help} after it, picocli would print the help of all commands.
     */
    private static boolean namesNoneOf(CommandLine commands, String... arguments) {
        int at = LanguageOption.behind(arguments);
        return at < arguments.length
                && !arguments[at].startsWith("-")
                && !commands.getSubcommands().containsKey(arguments[at]);
    }

    /** Whether help or the version is requested, for which the workspace need not be readable. */
    private static boolean isHelp(String... arguments) {
        return Stream.of(arguments).anyMatch(List.of("--help", "-h", "--version", "-V")::contains);
    }

    /** Whether only the version is requested, which needs no command. */
    private static boolean asksForVersion(String... arguments) {
        int at = LanguageOption.behind(arguments);
        return at == arguments.length - 1 && List.of("--version", "-V").contains(arguments[at]);
    }

    /**
     * Checks a combination of options and runs the command. It is a class, like {@link Failures}, because JDK 17 keeps
     * an interface compiled for Java 5, as picocli's are, out of a CDS archive if a lambda implements it, together with
     * every class that does.
     */
    private static final class CheckedRun implements CommandLine.IExecutionStrategy {

        @Override
        public int execute(CommandLine.ParseResult parsed) {
            try {
                requireValues(parsed);
                PrintOptions.check(parsed);
            } catch (Refusal e) {
                throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), "refused", e);
            }
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    /**
     * Replaces the words in {@code winnow help screen} and {@code winnow version} by the options {@code --help} and
     * {@code --version}.
     */
    private static String[] expected(String... arguments) {
        int at = LanguageOption.behind(arguments);
        String option = at == arguments.length
                ? ""
                : switch (arguments[at]) {
                    case "help" -> "--help";
                    case "version" -> "--version";
                    default -> "";
                };
        if (option.isEmpty()) {
            return arguments;
        }
        List<String> words = new ArrayList<>(List.of(arguments));
        words.remove(at);
        if (!words.contains(option)) {
            words.add(option);
        }
        return words.toArray(String[]::new);
    }

    @Override
    public void run() {
        throw new WrongUsage(spec.commandLine(), Message.of("no command given; start with `%s`", "winnow screen"));
    }
}
