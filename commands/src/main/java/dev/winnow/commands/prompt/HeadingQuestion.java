package dev.winnow.commands.prompt;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal what an ambiguous heading means. */
public final class HeadingQuestion {

    private final Prompt prompt;
    private final Wording wording;

    public HeadingQuestion(Prompt prompt, Wording wording) {
        this.prompt = prompt;
        this.wording = wording;
    }

    /** Returns the chosen property, or {@code -}; null without an answer. */
    @Nullable
    public String ask(ImportedTable table, Column column, List<String> samples) {
        prompt.say(wording.say("import.ask", column.place(), column.heading()));
        if (!samples.isEmpty()) {
            String shown = Columns.cut(String.join(" | ", samples), Columns.PAGE - 20);
            prompt.say("  " + wording.say("import.ask.samples", shown));
        }
        int number = 0;
        for (String choice : column.choices()) {
            number++;
            String name = table.propertyName(choice, wording.language());
            prompt.say(
                    "  " + number + "  " + (name.equals(choice) ? choice : wording.say("import.means", choice, name)));
        }
        prompt.say("  -  " + wording.say("import.ask.out"));
        return prompt.ask(
                wording.say("import.ask.prompt"),
                answer -> meant(answer, table, column),
                answer -> again(answer, table));
    }

    private static @Nullable String meant(String answer, ImportedTable table, Column column) {
        if (answer.equals(Mapping.NOTHING)) {
            return answer;
        }
        String numbered = Prompt.numbered(answer, column.choices());
        if (numbered != null) {
            return numbered;
        }
        String bare = answer.replaceFirst("\\s*[\\[（(].*$", "");
        return table.kind().property(bare) == null && !column.choices().contains(bare) ? null : answer;
    }

    private String again(String answer, ImportedTable table) {
        List<String> names =
                table.kind().properties().stream().map(Property::name).toList();
        Message nearest = Nearest.advice(answer, names);
        return wording.say("import.ask.again", answer) + (nearest == null ? "" : "; " + nearest);
    }
}
