package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.layout.Columns;
import java.util.List;

/** Words of which an option takes one. */
public final class Choices {

    private Choices() {}

    /** The word, if it is one of them. */
    public static String oneOf(String option, String word, List<String> allowed) {
        if (allowed.contains(word)) {
            return word;
        }
        String advice = Nearest.advice(word, allowed);
        String offer = advice == null ? ", which is one of " + String.join(", ", allowed) : "; " + advice;
        throw new Refusal(Exit.USAGE, "`" + Columns.clean(word) + "` is no " + option + offer);
    }
}
