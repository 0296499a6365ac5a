package dev.winnow.engine;

import dev.winnow.model.Bound;
import dev.winnow.model.Figure;
import dev.winnow.model.Language;
import dev.winnow.model.Node;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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

    /** Why a rule holds. Without a translation it is told in English, values and all. */
    String reason(Match match) {
        Template template = reasons.get(match.rule().id());
        return template == null
                ? match.reason()
                : template.fill(match.arguments().stream().map(Tongue::chinese).toList());
    }

    /** The sentence with what is filled in, named. */
    String reason(PackRule rule, List<String> names) {
        Template template = reasons.get(rule.id());
        return Objects.requireNonNull(template == null ? Template.of(rule.text(), names.size()) : template)
                .fill(names);
    }

    private static String chinese(@Nullable Object argument) {
        if (argument == null) {
            return "未知";
        }
        if (argument instanceof List<?> list) {
            return list.isEmpty()
                    ? "无"
                    : String.join("、", list.stream().map(Tongue::chinese).toList());
        }
        if (argument instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (argument instanceof LocalDate day) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
        if (argument instanceof Figure figure) {
            return figure.bound() == Bound.AT_LEAST && figure.evidence() == null
                    ? "至少" + figure.unit().write(figure.low(), Language.ZH)
                    : figure.write(Language.ZH);
        }
        return argument.toString();
    }
}
