package dev.winnow.language.internal.wording;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The sentence in which a rule gives its reason, in one language, parsed once. Immutable. */
public final class ReasonSentence {

    /**
     * Writes a value into a reason.
     *
     * @param language the language
     * @param names the names of the universe's entities
     * @param property the component that the value was read from; null if it was computed
     */
    record Value(Language language, Names names, FactType.@Nullable Property property) {

        String write(@Nullable Object value) {
            boolean english = language != Language.ZH;
            if (value instanceof List<?> list && !list.isEmpty()) {
                String more = english ? ", perhaps more" : "，可能还有其他";
                StringJoiner known =
                        new StringJoiner(english ? ", " : "、", "", StartOfList.mayHoldMore(list) ? more : "");
                list.forEach(item -> known.add(write(item)));
                return known.toString();
            }
            if (value instanceof String text) {
                return text(text);
            }
            if (english) {
                return SentenceTemplate.write(value);
            }
            if (value == null || RatingLevels.isUnknown(value)) {
                return "未知";
            }
            if (value instanceof List<?> list) {
                return StartOfList.mayHoldMore(list) ? "未知" : "无";
            }
            if (value instanceof Boolean flag) {
                return flag ? "是" : "否";
            }
            if (value instanceof LocalDate day) {
                return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            }
            if (value instanceof Figure figure) {
                return figure.bound() == Bound.AT_LEAST && figure.evidence() == null
                        ? "至少" + figure.unit().write(figure.low(), language) // counted or summed, not stated as 超过
                        : figure.write(language);
            }
            return value.toString();
        }

        private String text(String text) {
            if (property != null && property.refers() != null) {
                return names.within(property.refers(), text, language);
            }
            if (property != null && !property.words().isEmpty()) {
                return property.word(text, language);
            }
            return names.translated(text, language);
        }
    }

    private final SentenceTemplate template;
    private final Language language;
    private final List<FactType.@Nullable Property> properties;
    /** Whether it may begin with a name, whose first letter is then capitalised. */
    private final boolean begins;

    /** @param translated the sentence in another language; null for the English of the rule file */
    ReasonSentence(CheckedRule rule, @Nullable SentenceTemplate translated, Language other) {
        List<FactType.@Nullable Property> read = new ArrayList<>();
        rule.rule().arguments().forEach(argument -> read.add(rule.property(argument.name())));
        this.properties = read;
        this.language = translated == null ? Language.EN : other;
        this.template = translated == null ? SentenceTemplate.ofRule(rule.rule().text(), read.size()) : translated;
        this.begins = translated == null && rule.rule().text().startsWith("%s");
    }

    /**
     * Returns the sentence with its values.
     *
     * @param arguments the arguments of its text
     * @param names the names of the facts it matched
     */
    public String write(List<? extends @Nullable Object> arguments, Names names) {
        String[] values = new String[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Value(language, names, properties.get(i)).write(arguments.get(i));
        }
        String reason = template.fill(values);
        return begins && !values[0].equals(SentenceTemplate.write(arguments.get(0)))
                ? reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1)
                : reason;
    }
}
