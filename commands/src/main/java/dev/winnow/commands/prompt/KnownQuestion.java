package dev.winnow.commands.prompt;

import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal whether the project of a row is a known one. */
public final class KnownQuestion {

    private final Prompt prompt;
    private final Wording wording;

    public KnownQuestion(Prompt prompt, Wording wording) {
        this.prompt = prompt;
        this.wording = wording;
    }

    /** Returns the chosen id, or {@code new}; null without an answer. */
    @Nullable
    public String ask(Place place, String name, Map<String, List<String>> candidates) {
        prompt.say(wording.say("import.known", place, name));
        List<String> ids = new ArrayList<>(candidates.keySet());
        for (int i = 0; i < ids.size(); i++) {
            String names = String.join(" | ", candidates.get(ids.get(i)));
            prompt.say("  " + (i + 1) + "  " + wording.say("import.means", ids.get(i), names));
        }
        prompt.say("  " + Mapping.NEW + "  " + wording.say("import.known.new"));
        return prompt.ask(
                wording.say("import.known.prompt"),
                answer -> answer.equals(Mapping.NEW) || ids.contains(answer) ? answer : Prompt.numbered(answer, ids),
                answer -> wording.say("import.known.again", answer));
    }
}
