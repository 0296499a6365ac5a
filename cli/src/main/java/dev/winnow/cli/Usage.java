package dev.winnow.cli;

import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says, in the language that was asked for. The English of the annotations is what is translated. */
final class Usage extends ResourceBundle {

    private final UnaryOperator<String> told;
    /** Descriptions of options and parameters, by the keys by which they are looked up. */
    private final Map<String, String> descriptions = new HashMap<>();

    private Usage(Wording wording) {
        this.told = line -> line.isBlank() ? line : wording.translate(line);
    }

    /** Puts a command and those below it into words. */
    static void tell(CommandLine commands, Wording wording) {
        if (wording.language() != Language.EN) {
            Usage usage = new Usage(wording);
            usage.add(commands, wording);
            commands.setResourceBundle(usage);
        }
    }

    private void add(CommandLine commands, Wording wording) {
        CommandSpec spec = commands.getCommandSpec();
        UsageMessageSpec usage = spec.usageMessage();
        usage.description(lines(usage.description()));
        usage.footer(lines(usage.footer()));
        usage.synopsisHeading(wording.sentence("Usage: "));
        usage.commandListHeading(wording.sentence("Commands:") + "%n");
        String owner = spec.qualifiedName(".") + ".";
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                add(owner + name.replaceFirst("^-+", ""), option.description());
            }
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            add(owner + parameter.paramLabel() + "[" + parameter.index() + "]", parameter.description());
        }
        commands.getSubcommands().values().stream().distinct().forEach(command -> add(command, wording));
    }

    /** Line by line: {@code winnow.screen.city.0}. */
    private void add(String key, String[] description) {
        String[] lines = lines(description);
        for (int i = 0; i < lines.length; i++) {
            descriptions.put(key + "." + i, lines[i]);
        }
    }

    private String[] lines(String[] lines) {
        return Arrays.stream(lines).map(told).toArray(String[]::new);
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
