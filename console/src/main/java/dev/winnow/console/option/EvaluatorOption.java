package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.Matcher;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.internal.layout.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --evaluator} option. */
public final class EvaluatorOption {

    private static final List<String> WORDS = Arrays.stream(Matcher.values())
            .map(matcher -> matcher.name().toLowerCase(Locale.ROOT))
            .toList();

    @Option(
            names = "--evaluator",
            paramLabel = "WHICH",
            description = "Evaluator of the rules: fused (fast) or phreak (the reference), with the same"
                    + " results. Default: fused.")
    private @Nullable String word;

    /** Returns the chosen evaluator. */
    Matcher matcher() {
        if (word == null) {
            return Matcher.FUSED;
        }
        if (!WORDS.contains(word)) {
            String nearest = Nearest.of(word, WORDS);
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("unknown evaluator `%s`", Columns.clean(word))
                            .with(Message.of("did you mean `%s`?", nearest == null ? WORDS.get(0) : nearest)));
        }
        return Matcher.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
