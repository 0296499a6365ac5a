package dev.winnow.language.internal.wording;

import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.StartOfList;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with placeholders: {@code %s} for the next value, {@code %2$s} for the second.
 *
 * @param texts the texts before, between and after the placeholders
 * @param values the index of the value of each placeholder, from 0
 */
public record SentenceTemplate(List<String> texts, List<Integer> values) {

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s");

    /** Parses a sentence; null if it does not use each of the values exactly once, or contains another {@code %}. */
    public static @Nullable SentenceTemplate of(String text, int count) {
        List<String> texts = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            texts.add(text.substring(from, place.start()));
            String number = place.group(1);
            values.add(number == null ? values.size() : Integer.parseInt(number) - 1);
            from = place.end();
        }
        texts.add(text.substring(from));
        boolean each = values.size() == count
                && values.stream().distinct().count() == count
                && values.stream().allMatch(value -> value < count);
        return each && texts.stream().noneMatch(piece -> piece.contains("%"))
                ? new SentenceTemplate(texts, values)
                : null;
    }

    /**
     * Parses a sentence of a rule file, which contains only {@code %s}, with at least as many placeholders as values.
     */
    static SentenceTemplate ofRule(String text, int count) {
        List<String> texts = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int at = text.indexOf("%s", from);
            texts.add(text.substring(from, at));
            values.add(i);
            from = at + 2;
        }
        texts.add(text.substring(from));
        return new SentenceTemplate(texts, values);
    }

    /** Returns the number of placeholders of a sentence. */
    public static int places(String text) {
        return (int) PLACE.matcher(text).results().count();
    }

    /** Fills in a sentence of a rule file, which contains only {@code %s}, one for each value. */
    public static String fill(String text, List<String> values) {
        if (values.isEmpty()) {
            return text;
        }
        int length = text.length() - 2 * values.size();
        for (String value : values) {
            length += value.length();
        }
        StringBuilder filled = new StringBuilder(length);
        int from = 0;
        for (String value : values) {
            int at = text.indexOf("%s", from);
            filled.append(text, from, at).append(value);
            from = at + 2;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** Writes a value for the text that decides which reason counts: entities by their ids. */
    public static String write(@Nullable Object argument) {
        if (argument == null || RatingLevels.isUnknown(argument)) {
            return "an unknown";
        }
        if (argument instanceof List<?> list) {
            boolean more = StartOfList.mayHoldMore(list);
            if (list.isEmpty()) {
                return more ? "an unknown" : "none";
            }
            StringJoiner known = new StringJoiner(", ", "", more ? ", perhaps more" : "");
            list.forEach(item -> known.add(String.valueOf(item)));
            return known.toString();
        }
        if (argument instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (argument instanceof Figure figure && figure.bound() == Bound.AT_LEAST && figure.evidence() == null) {
            return "at least " + figure.unit().write(figure.low()); // counted or summed, not stated as "over"
        }
        return argument.toString();
    }

    /** Returns the sentence with its values. */
    String fill(List<String> filling) {
        return fill(filling.toArray(String[]::new));
    }

    /** Returns the sentence with its values. */
    String fill(String[] filling) {
        if (values.isEmpty()) {
            return texts.get(0);
        }
        String[] pieces = new String[2 * values.size() + 1];
        pieces[0] = texts.get(0);
        for (int i = 0; i < values.size(); i++) {
            pieces[2 * i + 1] = filling[values.get(i)];
            pieces[2 * i + 2] = texts.get(i + 1);
        }
        return String.join("", pieces); // copies each piece once, a StringBuilder twice
    }
}
