package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.workbench.internal.edit.PackNumber;
import java.util.HashMap;
import java.util.Map;

/** Titles of the numbers of a pack in the language of the server, as far as the saved pack knows them. */
final class NumberTitles {

    private final Map<String, String> limits = new HashMap<>();
    private final Map<String, String> criteria = new HashMap<>();
    private final Map<String, String> rules = new HashMap<>();
    private final FactWords facts;
    private final Wording wording;

    /** @param request the screening with the saved pack in the language of the server */
    NumberTitles(ScreeningRequest request, Wording wording) {
        RulePack saved = request.pack();
        saved.limits().forEach(limit -> limits.put(limit.id(), limit.title()));
        saved.criteria().forEach(criterion -> criteria.put(criterion.id(), criterion.title()));
        saved.rules().forEach(rule -> rules.put(rule.id(), rule.title()));
        this.facts = new FactWords(wording, saved.names(request.universe().names()));
        this.wording = wording;
    }

    String of(PackNumber number) {
        String title = switch (number.kind()) {
            case LIMIT -> limits.getOrDefault(number.of(), number.title());
            case WEIGHT -> criteria.getOrDefault(number.of(), number.title());
            case POINTS -> rules.getOrDefault(number.of(), number.title());
            case THRESHOLD -> wording.say("serve.rules.effect.number." + number.of());
            case ASSUMPTION -> facts.words(number.of());
        };
        return title.isEmpty() ? number.of() : title;
    }
}
