package dev.winnow.cli;

import dev.winnow.cli.analysis.BackTestCommand;
import dev.winnow.cli.analysis.CompareCommand;
import dev.winnow.cli.analysis.ExceptionsCommand;
import dev.winnow.cli.analysis.GapsCommand;
import dev.winnow.cli.analysis.MatchCommand;
import dev.winnow.cli.analysis.PortfolioCommand;
import dev.winnow.cli.analysis.ScenariosCommand;
import dev.winnow.cli.analysis.WeightsCommand;
import dev.winnow.cli.command.AnswersCommand;
import dev.winnow.cli.command.AskCommand;
import dev.winnow.cli.command.CompletionCommand;
import dev.winnow.cli.command.DecideCommand;
import dev.winnow.cli.command.DoctorCommand;
import dev.winnow.cli.command.EvidenceCommand;
import dev.winnow.cli.command.ExplainCommand;
import dev.winnow.cli.command.HistoryCommand;
import dev.winnow.cli.command.ImportCommand;
import dev.winnow.cli.command.LetterCommand;
import dev.winnow.cli.command.LspCommand;
import dev.winnow.cli.command.ManualCommand;
import dev.winnow.cli.command.MinutesCommand;
import dev.winnow.cli.command.PaperCommand;
import dev.winnow.cli.command.ReplayCommand;
import dev.winnow.cli.command.SchemaCommand;
import dev.winnow.cli.command.ScreenCommand;
import dev.winnow.cli.command.ServeCommand;
import dev.winnow.cli.command.SynthCommand;
import dev.winnow.cli.command.TemplateCommand;
import dev.winnow.cli.command.VerifyCommand;
import dev.winnow.cli.command.WatchCommand;
import dev.winnow.cli.option.BackgroundTask;
import dev.winnow.cli.option.LanguageOption;
import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Version;
import dev.winnow.cli.panel.PanelAgreementCommand;
import dev.winnow.cli.panel.PanelAskCommand;
import dev.winnow.cli.panel.PanelDiscussCommand;
import dev.winnow.cli.panel.PanelReadCommand;
import dev.winnow.cli.panel.PanelShowCommand;
import dev.winnow.cli.records.RecordsExportCommand;
import dev.winnow.cli.records.RecordsImportCommand;
import dev.winnow.cli.rules.RulesCheckCommand;
import dev.winnow.cli.rules.RulesDocCommand;
import dev.winnow.cli.rules.RulesFmtCommand;
import dev.winnow.cli.rules.RulesListCommand;
import dev.winnow.cli.rules.RulesMutateCommand;
import dev.winnow.cli.rules.RulesNewCommand;
import dev.winnow.cli.rules.RulesTestCommand;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.cli.terminal.WrongUsage;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code winnow}: screens candidate investment projects for cities. */
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
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            BackgroundTask.of(Vocabulary::core); // nearly every command needs it; options are parsed meanwhile
        }
        int exit = run(Terminal.system(), RulePack::forScreening, arguments);
        if (exit != Exit.DONE) {
            System.exit(exit);
        }
    }

    /** Runs a command line and returns its exit code; throws nothing. */
    public static int run(Terminal english, Packs packs, String... given) {
        // The workbook library formats its own keywords in the default locale; in a Turkish one, the file would be
        // damaged.
        Locale.setDefault(Locale.ROOT);
        String[] arguments = expected(given);
        Terminal terminal;
        try {
            terminal = english.speaking(LanguageOption.asked(english, arguments));
        } catch (Refusal e) {
            return new Failures(english).failed(e);
        }
        Failures failures = new Failures(terminal);
        try {
            requireSeen(arguments);
            int exit = execute(terminal, packs, failures, arguments);
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

    static Commands commands(Terminal terminal, Packs packs) {
        return new Commands()
                .add("screen", () -> new ScreenCommand(terminal, packs))
                .add("explain", () -> new ExplainCommand(terminal, packs))
                .add("paper", () -> new PaperCommand(terminal, packs))
                .add("ask", () -> new AskCommand(terminal, packs))
                .add("answers", () -> new AnswersCommand(terminal, packs))
                .add("serve", () -> new ServeCommand(terminal, packs))
                .add("compare", () -> new CompareCommand(terminal, packs))
                .add("backtest", () -> new BackTestCommand(terminal, packs))
                .add("minutes", () -> new MinutesCommand(terminal, packs))
                .add("letter", () -> new LetterCommand(terminal, packs))
                .add("scenarios", () -> new ScenariosCommand(terminal, packs))
                .add("exceptions", () -> new ExceptionsCommand(terminal, packs))
                .add("gaps", () -> new GapsCommand(terminal, packs))
                .add("portfolio", () -> new PortfolioCommand(terminal, packs))
                .add("match", () -> new MatchCommand(terminal, packs))
                .group("panel", () -> CommandGroup.of("panel", "Let a panel of assessors judge facts."))
                .add("panel ask", () -> new PanelAskCommand(terminal, packs))
                .add("panel read", () -> new PanelReadCommand(terminal, packs))
                .add("panel show", () -> new PanelShowCommand(terminal, packs))
                .add("panel agreement", () -> new PanelAgreementCommand(terminal, packs))
                .add("panel discuss", () -> new PanelDiscussCommand(terminal, packs))
                .add("weights", () -> new WeightsCommand(terminal, packs))
                .add("decide", () -> new DecideCommand(terminal))
                .add("watch", () -> new WatchCommand(terminal, packs))
                .add("history", () -> new HistoryCommand(terminal))
                .add("replay", () -> new ReplayCommand(terminal))
                .add("verify", () -> new VerifyCommand(terminal))
                .group("records", () -> CommandGroup.of("records", "Move records between places."))
                .add("records export", () -> new RecordsExportCommand(terminal))
                .add("records import", () -> new RecordsImportCommand(terminal))
                .group("rules", () -> CommandGroup.of("rules", "Work on the rules of a pack."))
                .add("rules check", () -> new RulesCheckCommand(terminal, packs))
                .add("rules test", () -> new RulesTestCommand(terminal, packs))
                .add("rules mutate", () -> new RulesMutateCommand(terminal, packs))
                .add("rules list", () -> new RulesListCommand(terminal, packs))
                .add("rules doc", () -> new RulesDocCommand(terminal, packs))
                .add("rules new", () -> RulesNewCommand.with(terminal))
                .add("rules fmt", () -> new RulesFmtCommand(terminal, packs))
                .add("lsp", () -> new LspCommand(terminal))
                .add("evidence", () -> new EvidenceCommand(terminal))
                .add("import", () -> new ImportCommand(terminal))
                .add("template", () -> new TemplateCommand(terminal))
                .add("synth", () -> new SynthCommand(terminal))
                .add("schema", () -> new SchemaCommand(terminal))
                .add("doctor", () -> new DoctorCommand(terminal, packs));
    }

    private static int execute(Terminal terminal, Packs packs, Failures failures, String... arguments) {
        Commands known = commands(terminal, packs);
        Commands.Chosen chosen = known.one(arguments);
        CommandLine commands = chosen != null ? chosen.command() : new CommandLine(new Main());
        if (chosen == null && !asksForVersion(arguments)) {
            known.all(commands)
                    .addSubcommand(new CompletionCommand(terminal))
                    .addSubcommand(new ManualCommand(terminal));
        }
        LanguageOption.add(commands);
        if (chosen == null && namesNoneOf(commands, arguments)) {
            String word = arguments[LanguageOption.behind(arguments)];
            return failures.handleParseException(new UnmatchedArgumentException(commands, List.of(word)), arguments);
        }
        PrintWriter out = new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true);
        Usage.translateAll(commands, terminal.wording());
        HelpExamples.add(commands, terminal.wording());
        commands.registerConverter(BigDecimal.class, Main::decimal)
                .setExpandAtFiles(false) // @file arguments would let a user of a service that runs winnow read any file
                .setOut(out)
                .setErr(terminal.err())
                .setUsageHelpWidth(Columns.PAGE - Usage.wide(terminal.wording()))
                .setColorScheme(
                        Help.defaultColorScheme(PrintOptions.automatic(terminal) ? Help.Ansi.ON : Help.Ansi.OFF))
                .setExecutionStrategy(new CheckedRun())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
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
