package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.internal.layout.Columns;
import java.util.List;

/** A closed list of option values. */
public final class Choices {

    private Choices() {}

    /** Returns the word if it is allowed; refuses it otherwise. */
    public static String oneOf(String option, String word, List<String> allowed) {
        if (allowed.contains(word)) {
            return word;
        }
        String shown = Columns.clean(word);
        Message advice = Nearest.advice(word, allowed);
        throw new Refusal(
                Exit.USAGE,
                advice == null
                        ? Message.of("unknown value `%s` for %s; expected one of %s", shown, option, allowed)
                        : Message.of("unknown value `%s` for %s", shown, option).with(advice));
    }
}
