package dev.winnow.console;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Translates the texts of {@code --help}; the annotations contain the English ones. */
final class Usage extends ResourceBundle {

    private static final String HEADING = "Usage: ";

    private final Wording wording;
    /** Descriptions of options and parameters by resource key. */
    private final Map<String, String> descriptions = new HashMap<>();

    private Usage(Wording wording) {
        this.wording = wording;
    }

    /** Translates a command and its subcommands. */
    static void translateAll(CommandLine commands, Wording wording) {
        if (wording.language() != Language.EN) {
            Usage usage = new Usage(wording);
            usage.add(commands);
            commands.setResourceBundle(usage);
        }
    }

    /**
     * Number of columns by which the first line exceeds picocli's count, because Chinese characters take two columns.
     */
    static int wide(Wording wording) {
        String heading = wording.sentence(HEADING);
        return Columns.width(heading) - heading.length();
    }

    private void add(CommandLine commands) {
        CommandSpec spec = commands.getCommandSpec();
        UsageMessageSpec usage = spec.usageMessage();
        usage.description(lines(usage.description(), List.of()));
        if (!HelpExamples.has(commands)) {
            usage.footer(lines(usage.footer(), List.of()));
        }
        usage.synopsisHeading(wording.sentence(HEADING));
        usage.commandListHeading(wording.sentence("Commands:") + "%n");
        String owner = spec.qualifiedName(".") + ".";
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                add(owner + name.replaceFirst("^-+", ""), option.description(), words(option));
            }
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            add(
                    owner + parameter.paramLabel() + "[" + parameter.index() + "]",
                    parameter.description(),
                    words(parameter));
        }
        commands.getSubcommands().values().stream().distinct().forEach(this::add);
    }

    /**
     * Returns the allowed values of an option or parameter, which its description may list; empty if any value is
     * allowed.
     */
    private static List<String> words(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            candidates.forEach(words::add);
        }
        return words;
    }

    /** Adds each line with a key such as {@code winnow.screen.city.0}. */
    private void add(String key, String[] description, List<String> words) {
        String[] lines = lines(description, words);
        for (int i = 0; i < lines.length; i++) {
            descriptions.put(key + "." + i, lines[i]);
        }
    }

    private String[] lines(String[] lines, List<String> words) {
        return Arrays.stream(lines).map(line -> said(line, words)).toArray(String[]::new);
    }

    private String said(String line, List<String> words) {
        String listed = String.join(", ", words);
        if (line.isBlank() || listed.isEmpty() || !line.contains(listed)) {
            return line.isBlank() ? line : wording.sentence(line);
        }
        return wording.say(Message.of(line.replace(listed, "%s"), words));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return descriptions.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(descriptions.keySet());
    }
}
