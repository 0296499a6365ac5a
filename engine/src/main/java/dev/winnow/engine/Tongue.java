package dev.winnow.engine;

import dev.winnow.model.Language;
import dev.winnow.model.Names;
import dev.winnow.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pack says in one language. It decides nothing: of several reasons the one that counts is chosen by its English
 * text, whatever the language.
 */
final class Tongue {

    /** As the rule files say it. */
    static final Tongue ENGLISH = new Tongue(Language.EN);

    private final Language language;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Template> reasons = new HashMap<>();
    private final Map<String, String> criteria = new HashMap<>();
    private @Nullable String pack;

    private Tongue(Language language) {
        this.language = language;
    }

    /** What zh.yaml says, as far as it fits the pack; the rest stays as the rule files say it. */
    static Tongue chinese(Node file, List<CheckedRule> rules) {
        Tongue tongue = new Tongue(Language.ZH);
        tongue.pack = text(file, "title");
        Node ofRules = file.get("rules");
        for (CheckedRule checked : rules) {
            PackRule rule = checked.rule();
            Node said = ofRules == null ? null : ofRules.get(rule.id());
            String title = said == null ? null : text(said, "title");
            String reason = said == null ? null : text(said, "reason");
            Template template =
                    reason == null ? null : Template.of(reason, rule.arguments().size());
            if (title != null) {
                tongue.titles.put(rule.id(), title);
            }
            if (template != null) {
                tongue.reasons.put(rule.id(), template);
            }
        }
        Node ofCriteria = file.get("criteria");
        if (ofCriteria != null && ofCriteria.isMap()) {
            ofCriteria.fields().forEach((id, field) -> {
                String title = text(field.value(), "title");
                if (title != null) {
                    tongue.criteria.put(id, title);
                }
            });
        }
        return tongue;
    }

    private static @Nullable String text(Node map, String key) {
        Node value = map.isMap() ? map.get(key) : null;
        return value == null || !value.isScalar() || value.text().isBlank()
                ? null
                : value.text().strip();
    }

    Language language() {
        return language;
    }

    String pack(String title) {
        return Objects.requireNonNullElse(pack, title);
    }

    Criterion criterion(Criterion criterion) {
        String title = criteria.getOrDefault(criterion.id(), criterion.title());
        return new Criterion(criterion.id(), title, criterion.side(), criterion.weight());
    }

    String title(PackRule rule) {
        return titles.getOrDefault(rule.id(), rule.title());
    }

    /**
     * Why a rule holds, with the names of what it matched. Without a translation it is told in English, values and all.
     */
    String reason(Match match, Names names) {
        PackRule rule = match.rule().rule();
        Template template = reasons.get(rule.id());
        Language told = template == null ? Language.EN : language;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < match.arguments().size(); i++) {
            FactType.Property property =
                    match.rule().property(rule.arguments().get(i).name());
            values.add(
                    new Filling(told, names, property).write(match.arguments().get(i)));
        }
        if (template != null) {
            return template.fill(values);
        }
        boolean begins = rule.text().startsWith("%s")
                && !values.get(0).equals(Match.write(match.arguments().get(0)));
        String reason =
                Objects.requireNonNull(Template.of(rule.text(), values.size())).fill(values);
        return begins ? reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) : reason;
    }

    /** The sentence with what is filled in, named. */
    String reason(PackRule rule, List<String> names) {
        Template template = reasons.get(rule.id());
        return Objects.requireNonNull(template == null ? Template.of(rule.text(), names.size()) : template)
                .fill(names);
    }
}
