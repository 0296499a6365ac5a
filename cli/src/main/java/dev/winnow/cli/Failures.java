package dev.winnow.cli;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when a command cannot do what was asked. */
final class Failures {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that makes no sense. */
    int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        said(words(wrong));
        terminal.say(wording().translate("Try `" + command.getCommandSpec().qualifiedName() + " --help`."));
        return Exit.USAGE;
    }

    /** A command that stopped. */
    int failed(Exception failure) {
        if (failure instanceof PackException pack) {
            Notices notices = new Notices(terminal, false);
            notices.problems(pack.problems());
            return notices.finish("nothing was screened");
        }
        if (!(failure instanceof Refusal refusal)) {
            return unexpected(failure);
        }
        if (!refusal.words().isEmpty()) {
            said(refusal.words());
        }
        return refusal.exit();
    }

    /** Something that nobody foresaw. */
    int unexpected(Throwable failure) {
        String what = failure instanceof OutOfMemoryError
                ? "it needs more memory (WINNOW_JAVA_OPTS=-Xmx4g gives it more)"
                : "this should not have happened: `" + described(failure).replace('`', '\'') + "`";
        said(what);
        if (!(failure instanceof OutOfMemoryError)) {
            terminal.say(wording()
                    .sentence(
                            "Please report it to the project that you have winnow from, with the command line and what"
                                    + " WINNOW_DEBUG=1 shows."));
        }
        if (terminal.isSet("WINNOW_DEBUG")) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            terminal.say(trace.toString());
        }
        return Exit.COULD_NOT_RUN;
    }

    private Wording wording() {
        return terminal.wording();
    }

    private void said(String what) {
        terminal.say(wording().sentence("winnow: %s", Columns.clean(wording().translate(what))));
    }

    private static String described(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null ? kind : kind + ", " + Columns.cut(message, 200);
    }

    private static String words(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), wrong.getCommandLine());
        }
        if (wrong instanceof MissingParameterException missing
                && missing.getMissing().stream().noneMatch(ArgSpec::isOption)) {
            int from = missing.getMissing().stream()
                    .mapToInt(
                            argument -> ((PositionalParamSpec) argument).index().min())
                    .min()
                    .orElse(0);
            List<String> labels = wrong.getCommandLine().getCommandSpec().positionalParameters().stream()
                    .filter(parameter ->
                            parameter.required() && parameter.index().min() >= from)
                    .map(parameter -> "`" + parameter.paramLabel() + "`")
                    .toList();
            return String.join(" and ", labels) + (labels.size() == 1 ? " is" : " are") + " missing";
        }
        String message = String.valueOf(wrong.getMessage()).replace('\'', '`');
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unmatched(String word, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (word.startsWith("-") && word.length() > 1) {
            List<String> options = new ArrayList<>();
            for (OptionSpec option : spec.options()) {
                options.addAll(List.of(option.names()));
            }
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return Refusal.unknown("option", name, options).words();
        }
        return spec.subcommands().isEmpty()
                ? "`" + word + "` is one word too many"
                : Refusal.unknown("command", word, spec.subcommands().keySet()).words();
    }
}
