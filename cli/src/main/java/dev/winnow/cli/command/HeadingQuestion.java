package dev.winnow.cli.command;

import dev.winnow.cli.terminal.Terminal;
import dev.winnow.model.read.Property;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.meaning.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal what an ambiguous heading means. */
final class HeadingQuestion {

    private static final int PATIENCE = 5;

    private final Terminal terminal;
    private final Wording wording;
    private final TerminalAnswers answers;

    HeadingQuestion(Terminal terminal, Wording wording, TerminalAnswers answers) {
        this.terminal = terminal;
        this.wording = wording;
        this.answers = answers;
    }

    /** The property that was answered, or {@code -}; null without an answer. */
    @Nullable
    String ask(ImportedTable table, Column column, List<String> samples) {
        say(wording.say("import.ask", column.place(), column.heading()));
        if (!samples.isEmpty()) {
            say("  " + wording.say("import.ask.samples", Columns.cut(String.join(" | ", samples), Columns.PAGE - 20)));
        }
        int number = 0;
        for (String choice : column.choices()) {
            number++;
            String name = table.propertyName(choice, wording.language());
            say("  " + number + "  " + (name.equals(choice) ? choice : wording.say("import.means", choice, name)));
        }
        say("  -  " + wording.say("import.ask.out"));
        for (int i = 0; i < PATIENCE; i++) {
            terminal.err().print(wording.say("import.ask.prompt") + " ");
            terminal.err().flush();
            String answer = answers.next();
            if (answer == null || answer.isEmpty()) {
                return null;
            }
            String meant = meant(answer, table, column);
            if (meant != null) {
                return meant;
            }
            List<String> names =
                    table.kind().properties().stream().map(Property::name).toList();
            Message nearest = Nearest.advice(answer, names);
            say(wording.say("import.ask.again", answer) + (nearest == null ? "" : "; " + nearest));
        }
        return null;
    }

    private static @Nullable String meant(String answer, ImportedTable table, Column column) {
        if (answer.equals(Mapping.NOTHING)) {
            return answer;
        }
        if (answer.matches("\\d{1,2}")) {
            int number = Integer.parseInt(answer);
            return number < 1 || number > column.choices().size()
                    ? null
                    : column.choices().get(number - 1);
        }
        String bare = answer.replaceFirst("\\s*[\\[（(].*$", "");
        return table.kind().property(bare) == null && !column.choices().contains(bare) ? null : answer;
    }

    private void say(String line) {
        terminal.say(Columns.clean(line));
    }
}
