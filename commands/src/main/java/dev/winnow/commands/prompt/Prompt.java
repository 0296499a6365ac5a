package dev.winnow.commands.prompt;

import dev.winnow.console.terminal.Terminal;
import dev.winnow.report.internal.layout.Columns;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal until an answer is understood. */
public final class Prompt {

    private static final int PATIENCE = 5;

    private final Terminal terminal;
    private final TerminalAnswers answers;

    public Prompt(Terminal terminal, TerminalAnswers answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    /** Prints a line before the question, without control characters. */
    public void say(String line) {
        terminal.say(Columns.clean(line));
    }

    /**
     * Returns the meaning of the answer; null without an answer, or if none was understood.
     *
     * @param prompt the text before the cursor
     * @param meaning maps an answer to its meaning; null if it has none
     * @param again the message for an answer without a meaning
     */
    @Nullable
    public String ask(String prompt, Function<String, @Nullable String> meaning, UnaryOperator<String> again) {
        for (int i = 0; i < PATIENCE; i++) {
            terminal.err().print(prompt + " ");
            terminal.err().flush();
            String answer = answers.next();
            if (answer == null || answer.isEmpty()) {
                return null;
            }
            String meant = meaning.apply(answer);
            if (meant != null) {
                return meant;
            }
            say(again.apply(answer));
        }
        return null;
    }

    /** Returns the choice with a number that starts at 1; null if the answer is no such number. */
    public static @Nullable String numbered(String answer, List<String> choices) {
        if (!answer.matches("\\d{1,2}")) {
            return null;
        }
        int number = Integer.parseInt(answer);
        return number < 1 || number > choices.size() ? null : choices.get(number - 1);
    }
}
