package dev.winnow.cli.command;

import dev.winnow.cli.terminal.Terminal;
import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import dev.winnow.tables.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal whether the project of a row is one that is known. */
final class KnownQuestion {

    private static final int PATIENCE = 5;

    private final Terminal terminal;
    private final Wording wording;
    private final TerminalAnswers answers;

    KnownQuestion(Terminal terminal, Wording wording, TerminalAnswers answers) {
        this.terminal = terminal;
        this.wording = wording;
        this.answers = answers;
    }

    /** The id that was answered, or {@code new}; null without an answer. */
    @Nullable
    String ask(Place place, String name, Map<String, List<String>> candidates) {
        say(wording.say("import.known", place, name));
        List<String> ids = new ArrayList<>(candidates.keySet());
        for (int i = 0; i < ids.size(); i++) {
            say("  " + (i + 1) + "  "
                    + wording.say("import.means", ids.get(i), String.join(" | ", candidates.get(ids.get(i)))));
        }
        say("  " + Mapping.NEW + "  " + wording.say("import.known.new"));
        for (int i = 0; i < PATIENCE; i++) {
            terminal.err().print(wording.say("import.known.prompt") + " ");
            terminal.err().flush();
            String answer = answers.next();
            if (answer == null || answer.isEmpty()) {
                return null;
            }
            if (answer.equals(Mapping.NEW) || ids.contains(answer)) {
                return answer;
            }
            if (answer.matches("\\d{1,2}")) {
                int number = Integer.parseInt(answer);
                if (number >= 1 && number <= ids.size()) {
                    return ids.get(number - 1);
                }
            }
            say(wording.say("import.known.again", answer));
        }
        return null;
    }

    private void say(String line) {
        terminal.say(Columns.clean(line));
    }
}
