package dev.winnow.engine;

import dev.winnow.model.Bound;
import dev.winnow.model.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way in which a rule holds for a candidate, in one reading. A screening keeps very many of them. */
final class Match {

    private static final Object[] NOTHING = {};

    private final CheckedRule rule;
    private final Object[] facts;
    private final Share share;
    private final @Nullable String district;
    private final @Nullable Object[] arguments;

    /**
     * @param facts what its patterns matched, one for each pattern of kind FACT, in order; not changed afterwards
     * @param share what it earns, or the ceiling it sets
     * @param district what it suggests; null unless it does
     * @param arguments what fills its text; not changed afterwards
     */
    Match(CheckedRule rule, Object[] facts, Share share, @Nullable String district, @Nullable Object[] arguments) {
        this.rule = rule;
        this.facts = facts;
        this.share = share;
        this.district = district;
        this.arguments = arguments;
    }

    /** One that will not be put into words, and so needs no arguments. */
    Match(CheckedRule rule, Object[] facts, Share share, @Nullable String district) {
        this(rule, facts, share, district, NOTHING);
    }

    CheckedRule rule() {
        return rule;
    }

    /** What its patterns matched, one for each pattern of kind FACT, in order. */
    List<Object> facts() {
        return Arrays.asList(facts);
    }

    /** The same by the index of the pattern, into an array that has a place for each pattern. */
    void lay(@Nullable Object[] byPattern) {
        int next = 0;
        for (int i = 0; i < byPattern.length; i++) {
            boolean fact = rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT;
            byPattern[i] = fact ? facts[next++] : null;
        }
    }

    /** What it earns, or the ceiling it sets. */
    Share share() {
        return share;
    }

    /** What it suggests; null unless it does. */
    @Nullable
    String district() {
        return district;
    }

    /** What fills its text. */
    List<@Nullable Object> arguments() {
        return Arrays.asList(arguments);
    }

    /** Its reason. */
    String reason() {
        List<String> values = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            values.add(write(argument));
        }
        return Template.fill(rule.rule().text(), values);
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
