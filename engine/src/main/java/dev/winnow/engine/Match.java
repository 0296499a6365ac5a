package dev.winnow.engine;

import dev.winnow.model.Bound;
import dev.winnow.model.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule holds for a candidate, in one reading.
 *
 * @param rule the rule
 * @param facts what its patterns matched, one for each pattern of kind FACT, in order
 * @param share what it earns, or the ceiling it sets
 * @param district what it suggests; null unless it does
 * @param arguments what fills its text
 */
record Match(
        CheckedRule rule,
        List<Object> facts,
        Share share,
        @Nullable String district,
        List<@Nullable Object> arguments) {

    /** Its reason. */
    String reason() {
        String template = rule.rule().text();
        if (arguments.isEmpty()) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 16 * arguments.size());
        int from = 0;
        for (Object argument : arguments) {
            int at = template.indexOf("%s", from);
            text.append(template, from, at).append(write(argument));
            from = at + 2;
        }
        return text.append(template, from, template.length()).toString();
    }

    /** A value as the text has it by which the reason that counts is chosen: things by their ids. */
    static String write(@Nullable Object argument) {
        if (argument == null) {
            return "an unknown";
        }
        if (argument instanceof List<?> list) {
            return list.isEmpty()
                    ? "none"
                    : String.join(", ", list.stream().map(String::valueOf).toList());
        }
        if (argument instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (argument instanceof Figure figure && figure.bound() == Bound.AT_LEAST && figure.evidence() == null) {
            return "at least " + figure.unit().write(figure.low()); // counted or added up, not stated as "over"
        }
        return argument.toString();
    }
}
