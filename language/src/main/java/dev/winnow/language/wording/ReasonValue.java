package dev.winnow.language.wording;

import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value into a reason.
 *
 * @param language the language
 * @param names the names of the universe's entities
 * @param property what the value was read from; null if it was computed
 */
record ReasonValue(Language language, Names names, FactType.@Nullable Property property) {

    String write(@Nullable Object value) {
        boolean english = language == Language.EN;
        if (value instanceof List<?> list && !list.isEmpty()) {
            String more = english ? ", perhaps more" : "，可能还有其他";
            StringJoiner known = new StringJoiner(english ? ", " : "、", "", StartOfList.mayHoldMore(list) ? more : "");
            list.forEach(item -> known.add(write(item)));
            return known.toString();
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (english) {
            return SentenceTemplate.write(value);
        }
        if (value == null) {
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
                    ? "至少" + figure.unit().write(figure.low(), language) // counted or added up, not stated as 超过
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
