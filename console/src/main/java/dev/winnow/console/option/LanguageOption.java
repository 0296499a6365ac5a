package dev.winnow.console.option;

import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Language;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The output language: {@code --lang}, else the variable {@code WINNOW_LANG}, else English. The locale is ignored, so
 * that the same inputs give the same bytes everywhere.
 */
public final class LanguageOption implements Iterable<String> {

    public static final String NAME = "--lang";
    static final String VARIABLE = "WINNOW_LANG";

    private static final List<String> ALL =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    /**
     * Returns the language of a command line. It is read before all else, so that help and errors use it too.
     *
     * @param own the language of the workspace; null outside of one
     */
    public static Language asked(Terminal terminal, @Nullable Language own, String... arguments) {
        String word = null;
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith(NAME + "=")) {
                word = arguments[i].substring(NAME.length() + 1);
            } else if (arguments[i].equals(NAME) && i + 1 < arguments.length) {
                word = arguments[i + 1];
            }
        }
        if (word != null) {
            return language(NAME, word);
        }
        if (own != null) {
            return own;
        }
        String variable = terminal.environment().apply(VARIABLE);
        return variable == null || variable.isEmpty() ? Language.EN : language(VARIABLE, variable);
    }

    /** Returns the index of the first word after a leading language option. */
    public static int behind(String... arguments) {
        int at = 0;
        while (at < arguments.length && (arguments[at].equals(NAME) || arguments[at].startsWith(NAME + "="))) {
            at += arguments[at].equals(NAME) ? 2 : 1;
        }
        return at;
    }

    /** Adds the option to a command and its subcommands for help and completion; its value was read before. */
    public static void add(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder(NAME)
                        .paramLabel("LANG")
                        .type(String.class)
                        .scopeType(CommandLine.ScopeType.INHERIT)
                        .completionCandidates(new LanguageOption())
                        .description("Output language: en or zh. Default: the variable WINNOW_LANG, otherwise en.")
                        .build());
    }

    private static Language language(String asker, String word) {
        return Language.of(Choices.oneOf(asker, word, ALL)).orElseThrow();
    }

    /** Values for shell completion. */
    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
