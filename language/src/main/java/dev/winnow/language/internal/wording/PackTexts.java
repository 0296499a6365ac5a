package dev.winnow.language.internal.wording;

import dev.winnow.language.Criterion;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.AssumptionSummary;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.language.internal.wording.ReasonSentence.Value;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.vocabulary.Component;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a pack in one language. They do not affect results: if a rule has several reasons, the one that counts
 * is chosen by its English text.
 */
public final class PackTexts {

    /** The texts of the rule files. */
    public static final PackTexts ENGLISH = new PackTexts(Language.EN);

    /** Separator between the name of a source and a section of it. */
    public static final String SECTION = " § ";

    private final Language language;
    private final Map<String, String> titles = new HashMap<>();
    /** Texts of each section by id; of {@code criteria} and {@code limits}, by the key within an entry. */
    private final Map<String, Map<String, String>> sections = new HashMap<>();

    private final Map<String, SentenceTemplate> reasons = new HashMap<>();
    private @Nullable String pack;
    private @Nullable String purpose;

    private PackTexts(Language language) {
        this.language = language;
    }

    /** Returns the texts of zh.yaml that fit the pack; all other texts remain in English. */
    public static PackTexts chinese(Node file, List<CheckedRule> rules) {
        PackTexts texts = new PackTexts(Language.ZH);
        texts.pack = text(file, "title");
        Node ofRules = file.get("rules");
        for (CheckedRule checked : rules) {
            PackRule rule = checked.rule();
            RuleTable.Row row = rule.row();
            String title = text(ofRules, rule.id(), "title");
            String reason = text(ofRules, rule.id(), "reason");
            if (row != null) {
                RuleTable table = row.table();
                String shared = text(ofRules, table.id(), "title");
                if (shared != null) {
                    texts.titles.put(table.id(), shared);
                }
                title = title == null && !row.hasOwnTitle() ? shared : title;
                reason = reason == null && !row.hasOwnReason() ? text(ofRules, table.id(), "reason") : reason;
            }
            SentenceTemplate template = reason == null
                    ? null
                    : SentenceTemplate.of(reason, rule.arguments().size());
            if (title != null) {
                texts.titles.put(rule.id(), title);
            }
            if (template != null) {
                texts.reasons.put(rule.id(), template);
            }
        }
        texts.purpose = text(file, "purpose");
        texts.collect(file, "criteria", "title");
        texts.collect(file, "conditions", "title");
        texts.collect(file, "limits", "title");
        texts.collect(file, "limits", "reason");
        texts.collect(file, "changeable", null);
        texts.collect(file, "sources", null);
        return texts;
    }

    /** Collects the texts of a section by id: those of a key within each entry, or the entries themselves. */
    private void collect(Node file, String section, @Nullable String key) {
        Map<String, String> into =
                sections.computeIfAbsent(key == null ? section : section + "." + key, unused -> new HashMap<>());
        Node entries = file.isMap() ? file.get(section) : null;
        if (entries != null && entries.isMap()) {
            for (Node.Field entry : entries.fields().values()) {
                String text = key == null ? text(entries, entry.key()) : text(entry.value(), key);
                if (text != null) {
                    into.put(entry.key(), text);
                }
            }
        }
    }

    private String text(String section, String id, String otherwise) {
        return sections.getOrDefault(section, Map.of()).getOrDefault(id, otherwise);
    }

    private static @Nullable String text(@Nullable Node entries, String id, String key) {
        Node entry = entries == null || !entries.isMap() ? null : entries.get(id);
        return entry == null ? null : text(entry, key);
    }

    private static @Nullable String text(Node map, String key) {
        Node value = map.isMap() ? map.get(key) : null;
        return value == null || !value.isScalar() || value.text().isBlank()
                ? null
                : value.text().strip();
    }

    public Language language() {
        return language;
    }

    public String pack(String title) {
        return Objects.requireNonNullElse(pack, title);
    }

    public String purpose(String english) {
        return Objects.requireNonNullElse(purpose, english);
    }

    /** Returns the title of a rule file without points. */
    public String condition(String id) {
        return text("conditions.title", id, id);
    }

    public LimitSummary limit(LimitSummary limit) {
        return new LimitSummary(
                limit.id(),
                text("limits.title", limit.id(), limit.title()),
                limit.values().stream()
                        .map(value -> new LimitSummary.Dated(
                                value.from(),
                                value.value(),
                                value.source() == null ? null : source(value.source()),
                                value.reason() == null ? null : text("limits.reason", limit.id(), value.reason()),
                                value.place()))
                        .toList());
    }

    public Changeable changeable(Changeable figure) {
        return new Changeable(figure.figure(), text("changeable", figure.figure(), figure.why()));
    }

    /** Translates a source, with or without a section: {@code article § 2} by the name of {@code article}. */
    public String source(String english) {
        Map<String, String> sources = sections.getOrDefault("sources", Map.of());
        String whole = sources.get(english);
        int section = english.indexOf(SECTION);
        if (whole != null || section < 0) {
            return Objects.requireNonNullElse(whole, english);
        }
        String named = sources.get(english.substring(0, section));
        return named == null ? english : named + "§" + english.substring(section + SECTION.length());
    }

    /** Translates the source of a limit. Sources of facts are the universe's, which names them in each language. */
    public Citation cited(Citation citation) {
        Evidence evidence = citation.evidence();
        String source = evidence.source();
        if (source == null || source.equals(citation.universeSource()) || source.equals(source(source))) {
            return citation;
        }
        return new Citation(
                citation.property(),
                citation.figure(),
                citation.value(),
                new Evidence(source(source), evidence.asOf(), evidence.hindsight(), evidence.note()));
    }

    public Criterion criterion(Criterion criterion) {
        String title = text("criteria.title", criterion.id(), criterion.title());
        return new Criterion(criterion.id(), title, criterion.side(), criterion.weight());
    }

    public String title(PackRule rule) {
        return titles.getOrDefault(rule.id(), rule.title());
    }

    /** Returns the title of the rule with a table. */
    public String title(RuleTable table) {
        return titles.getOrDefault(table.id(), table.title());
    }

    /** Returns the summary of a rule. */
    public RuleSummary summary(PackRule rule) {
        return new RuleSummary(
                rule.id(),
                title(rule),
                rule.criterion(),
                rule.effect(),
                rule.points(),
                rule.family(),
                rule.action(),
                source(rule.source()),
                rule.row() == null ? null : rule.row().table().id(),
                rule.place());
    }

    /** Whether the reason of a rule is translated. */
    boolean says(PackRule rule) {
        return reasons.containsKey(rule.id());
    }

    /**
     * Returns the reason why a rule holds, with the names of the facts it matched. Without a translation, all of it is
     * in English.
     *
     * @param arguments the arguments of its text
     */
    public String reason(CheckedRule checked, List<? extends @Nullable Object> arguments, Names names) {
        return sentence(checked).write(arguments, names);
    }

    /** Returns the sentence in which a rule gives its reason. Without a translation, all of it is in English. */
    public ReasonSentence sentence(CheckedRule checked) {
        return new ReasonSentence(checked, reasons.get(checked.id()), language);
    }

    /** Returns the assumed value of a fact, with its reason. */
    public Assumed assumed(FilledFact fact, FactTypes types, Names names) {
        return new Assumed(
                fact.fact(), value(fact.assumption(), fact.value(), types, names), reason(fact.assumption()));
    }

    /** Returns an assumption in words. */
    public AssumptionSummary summary(Assumption assumption, FactTypes types) {
        Filling filling = assumption.filling();
        String value = filling instanceof Filling.ShareOf share
                ? language != Language.ZH
                        ? share.part().write(language) + " of `" + share.of() + "`"
                        : "`" + share.of() + "`的" + share.part().write(language)
                : value(
                        assumption,
                        filling instanceof Filling.Value assumed ? assumed.value() : (Object) true,
                        types,
                        Names.NONE);
        return new AssumptionSummary(
                assumption.fact(), new TreeMap<>(assumption.where()), value, assumption.from(), reason(assumption));
    }

    private String reason(Assumption assumption) {
        return assumption.reason() != null
                ? assumption.reason().inLanguage(language)
                : source(assumption.why(language));
    }

    private String value(Assumption assumption, Object value, FactTypes types, Names names) {
        boolean english = language != Language.ZH;
        if (assumption.filling() instanceof Filling.NothingUnlisted) {
            return english ? "nothing unlisted" : "已列全";
        }
        if (assumption.filling() instanceof Filling.StaysUnknown) {
            return english ? "unknown" : "未知";
        }
        if (value instanceof Boolean flag) {
            return english ? (flag ? "yes" : "no") : (flag ? "是" : "否");
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return english ? "none" : "无";
        }
        Assumable about = assumption.about();
        Component component = Objects.requireNonNull(about.component());
        FactType.Property property = types.holding(about).properties().get(component.name());
        return new Value(language, names, property).write(value);
    }

    /** Returns the reason with the names of its arguments instead of their values. */
    String reason(PackRule rule, List<String> names) {
        SentenceTemplate template = reasons.get(rule.id());
        return template == null ? SentenceTemplate.fill(rule.text(), names) : template.fill(names);
    }
}
