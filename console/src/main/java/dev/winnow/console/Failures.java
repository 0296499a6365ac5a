package dev.winnow.console;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.console.terminal.WrongUsage;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports the failures of commands and gives their exit codes. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        terminal.message(words(wrong, arguments));
        terminal.say(
                wording().say(Message.of("Try `%s`.", command.getCommandSpec().qualifiedName() + " --help")));
        return Exit.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return failed(failure);
    }

    int failed(Exception failure) {
        if (failure instanceof PackException pack) {
            Notices notices = new Notices(terminal, false);
            notices.problems(pack.problems());
            return notices.finish(Message.of("nothing was screened"));
        }
        if (failure instanceof RecordsFailure records) {
            terminal.message(records.what());
            return switch (records.kind()) {
                case USAGE -> Exit.USAGE;
                case DATA -> Exit.PROBLEMS;
                case COULD_NOT -> Exit.COULD_NOT_RUN;
            };
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof IOException io) {
            Message reason =
                    io instanceof NoSuchFileException ? Message.of("there is no such file") : PrintOptions.reason(io);
            String file = io instanceof FileSystemException named ? named.getFile() : null;
            terminal.message(file == null ? reason : Message.of("cannot read `%s`: %s", file, reason));
            return Exit.COULD_NOT_RUN;
        }
        if (!(failure instanceof Refusal refusal)) {
            return unexpected(failure);
        }
        Message words = refusal.words();
        if (words != null) {
            terminal.message(words);
        }
        return refusal.exit();
    }

    int unexpected(Throwable failure) {
        terminal.message(
                failure instanceof OutOfMemoryError
                        ? Message.of("not enough memory; set WINNOW_JAVA_OPTS=-Xmx4g or more")
                        : Message.of("unexpected error"));
        if (!(failure instanceof OutOfMemoryError)) {
            terminal.say(wording()
                    .sentence("Please report it to the project that you got winnow from, with the command line and its "
                            + "output under WINNOW_DEBUG=1."));
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

    private static Message words(ParameterException wrong, String[] arguments) {
        if (wrong instanceof WrongUsage ours) {
            return ours.what();
        }
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
                    .map(PositionalParamSpec::paramLabel)
                    .toList();
            return labels.size() == 1
                    ? Message.of("`%s` is missing", labels.get(0))
                    : Message.of("%s are missing", together(labels));
        }
        return ofOption(wrong, arguments);
    }

    private static Message together(List<String> labels) {
        Message first = Message.of("`%s`", labels.get(0));
        return labels.size() == 1 ? first : Message.of("%s and %s", first, together(labels.subList(1, labels.size())));
    }

    /** Converts picocli's message about an option to a translatable one; unknown messages are returned unchanged. */
    private static Message ofOption(ParameterException wrong, String[] arguments) {
        String message = String.valueOf(wrong.getMessage()).replace('\'', '`');
        String words = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        if (words.startsWith("invalid value for ")) {
            if (Path.class.equals(wrong.getArgSpec().auxiliaryTypes()[0])) {
                return Message.of("`%s` is not a path", wrong.getValue());
            }
            if (wrong.getArgSpec() instanceof OptionSpec option) {
                return typed(option, wrong.getValue());
            }
        }
        ArgSpec argument = wrong instanceof OverwrittenOptionException twice
                ? twice.getOverwritten()
                : wrong instanceof MissingParameterException missing
                        ? missing.getMissing().get(0)
                        : wrong.getArgSpec();
        List<Message> known = new ArrayList<>();
        if (argument instanceof OptionSpec option) {
            String name = option.longestName();
            String label = option.paramLabel();
            known.add(Message.of("option `%s` should be specified only once", name));
            known.add(Message.of("option `%s` (%s) should be specified only once", name, label));
            known.add(Message.of("missing required parameter for option `%s` (%s)", name, label));
            for (String word : arguments) {
                known.add(Message.of("expected parameter for option `%s` but found `%s`", name, word));
            }
        }
        return known.stream()
                .filter(one -> one.toString().equals(words))
                .findFirst()
                .orElseGet(() -> Message.of("%s", words));
    }

    /** Names the expected type in our words; picocli would print a Java type. */
    private static Message typed(OptionSpec option, @Nullable String value) {
        String name = option.longestName();
        if (option.arity().max() == 0) {
            return Message.of("`%s` takes no value", name);
        }
        return BigDecimal.class.equals(option.type())
                ? Message.of("`%s` takes a number such as `%s`, not `%s`", name, "12.5", value)
                : Message.of("`%s` takes a whole number, not `%s`", name, value);
    }

    private static Message unmatched(String word, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (word.startsWith("-") && word.length() > 1) {
            List<String> options = new ArrayList<>();
            for (OptionSpec option : spec.options()) {
                options.addAll(List.of(option.names()));
            }
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return Message.of("unknown option `%s`", name).with(option(name, options));
        }
        if (spec.subcommands().isEmpty()) {
            Message shown = spec.optionsMap().containsKey("--project")
                            && spec.optionsMap().containsKey("--city")
                    ? Message.of("did you mean `--project %s` or `--city %s`?", word, word)
                    : null;
            return Message.of("unexpected argument `%s`", word).with(shown);
        }
        return Message.of("unknown command `%s`", word)
                .with(Nearest.advice(word, spec.subcommands().keySet()));
    }

    /**
     * Suggests the nearest option, or the only one that starts with the given name, since many programs accept
     * abbreviations.
     */
    private static @Nullable Message option(String name, List<String> options) {
        List<String> longer = options.stream()
                .filter(option -> name.length() > 3 && option.startsWith(name))
                .toList();
        return longer.size() == 1 ? Message.of("did you mean `%s`?", longer.get(0)) : Nearest.advice(name, options);
    }
}
