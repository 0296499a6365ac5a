package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.layout.Columns;
import java.util.List;

/** A closed list of words for an option. */
public final class Choices {

    private Choices() {}

    /** The word, if it is one of them. */
    public static String oneOf(String option, String word, List<String> allowed) {
        String shown = Columns.clean(word);
        return among(
                allowed,
                word,
                Message.of("`%s` is no %s", shown, option),
                Message.of("`%s` is no %s, which is one of %s", shown, option, allowed));
    }

    /** The kind of file, if there is one of that name. */
    public static String kindOfFile(String word, List<String> allowed) {
        String shown = Columns.clean(word);
        return among(
                allowed,
                word,
                Message.of("`%s` is no kind of file", shown),
                Message.of("`%s` is no kind of file, which is one of %s", shown, allowed));
    }

    /**
     * The word, if it is allowed.
     *
     * @param near what is said of one that is near an allowed one
     * @param far what is said of any other
     */
    private static String among(List<String> allowed, String word, Message near, Message far) {
        if (allowed.contains(word)) {
            return word;
        }
        Message advice = Nearest.advice(word, allowed);
        throw new Refusal(Exit.USAGE, advice == null ? far : near.with(advice));
    }
}
