package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.BoundWords;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.ScaleWords;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts that {@link FigureText} reads, as patterns for editors. */
public final class FigureSchema {

    private static final String DIGIT = "[0-9０-９]";
    private static final String DIGITS = "(?:[1-9１-９]" + DIGIT + "{0,2}(?:[,，]" + DIGIT + "{3})+(?:\\." + DIGIT + "+)?|"
            + DIGIT + "*\\.?" + DIGIT + "+)";
    private static final String DASH = "\\s*(?:[-–—―‐−~～〜－]{1,2}|至|到|和|与|[tT][oO]|bis|à|[aA][nN][dD])\\s*";
    private static final String SCALE = JsonSchema.alternatives(ScaleWords.words());
    private static final String SHORT =
            JsonSchema.alternatives(ScaleWords.shortWords()) + "?(?:\\s*(?:of|de|di|d['’]))";
    private static final String SIGN = JsonSchema.alternatives(ScaleWords.money());
    private static final String BEFORE = JsonSchema.alternatives(BoundWords.wordsBefore());
    private static final String AFTER = JsonSchema.alternatives(BoundWords.wordsAfter());

    /** A number, including Chinese numerals, several parts and a word for "more" inside the number. */
    private static final String NUMBER = "(?:(?:" + DIGITS + "|[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+)\\s*[多余几+]?\\s*(?:"
            + SCALE + "|[億萬兆억만천백십조]+)?\\s*[多余几+]?)+";

    private static final String MONEY =
            "(?:" + SIGN + "?\\s*" + NUMBER + "\\s*" + SHORT + "?(?:\\s*[(（]?\\s*" + SIGN + "\\s*[)）]?)+|" + SIGN
                    + "\\s*" + NUMBER + "\\s*" + SHORT + "?(?:" + DASH + NUMBER + "\\s*" + SHORT + "?)?)";
    private static final String PERCENT =
            "(?:(?:100(?:\\.0+)?|[0-9０-９]{1,2}(?:\\.[0-9０-９]+)?|\\.[0-9０-９]+)\\s*(?:[%％]|[pP]er"
                    + " ?cent|[pP]ct\\.?)|[1-9一二三四五六七八九]成[1-9一二三四五六七八九]?|百分之.+)";
    private static final String SHARE = "(?:" + PERCENT + "|0?\\.[0-9]+|0|1(?:\\.0+)?)";

    private FigureSchema() {}

    /** Returns the schema of a figure in a unit, with bounds and ranges, as in a universe. */
    public static Map<String, Object> of(Unit unit) {
        return shape(
                unit,
                text -> "^\\s*(?:" + BEFORE + "\\s*)?(?:[bB]etween\\s|[fF]rom\\s|介于|在)?\\s*(?:" + lower(unit, text)
                        + DASH + ")?" + text + "\\s*" + AFTER + "?(?:之间)?\\s*$");
    }

    /** Returns the schema of a figure in a unit that is one number. */
    public static Map<String, Object> exact(Unit unit) {
        return shape(unit, text -> "^\\s*" + text + "\\s*$");
    }

    /** The first number of a range may omit its unit. */
    private static String lower(Unit unit, String text) {
        return unit.isPlain() ? text : "(?:" + text + "|" + NUMBER + ")";
    }

    /** The levels of a rating: numbers of its scale, or names, perhaps with the end of the scale. */
    private static Map<String, Object> levels(RatingLevels levels, UnaryOperator<String> around) {
        List<String> words = new ArrayList<>(levels.names());
        IntStream.rangeClosed(levels.lowest(), levels.highest()).forEach(level -> words.add(String.valueOf(level)));
        String highest = String.valueOf(levels.highest());
        return JsonSchema.anyOf(
                JsonSchema.map("type", "integer", "minimum", levels.lowest(), "maximum", levels.highest()),
                pattern(
                        around.apply("(?:[lL]evel\\s*|第)?" + JsonSchema.alternatives(words)
                                + "\\s*[级分星]?(?:\\s*(?:of|out of|/)\\s*" + highest + ")?(?:\\s*[(（].*[)）])?"),
                        "a level from " + levels.lowest() + " to " + highest
                                + (levels.names().isEmpty() ? "" : ", or its name")));
    }

    private static Map<String, Object> shape(Unit unit, UnaryOperator<String> around) {
        RatingLevels levels = unit.levels();
        if (levels != null) {
            return levels(levels, around);
        }
        return switch (unit.kind()) {
            case SHARE ->
                JsonSchema.anyOf(
                        JsonSchema.map("type", "number", "minimum", 0, "maximum", 1),
                        pattern(around.apply(SHARE), "a share is 0 to 1 or in percent, such as 90 %"));
            case NUMBER ->
                JsonSchema.anyOf(
                        JsonSchema.map("type", "number", "minimum", 0),
                        unit.isPlain()
                                ? pattern(around.apply(NUMBER), "a number, such as 1,200")
                                : pattern(
                                        around.apply(declared(unit)),
                                        "a number of " + unit.sign() + ", such as 300 " + unit.sign()));
            case MONEY -> pattern(around.apply(MONEY), "money has a unit, such as 300 mn yuan or 6.6 bn USD");
        };
    }

    /** A number, with its unit in either language or without it. */
    private static String declared(Unit unit) {
        List<String> signs = Stream.of(Language.EN, Language.ZH)
                .map(language -> unit.sign(language).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return NUMBER + "\\s*" + JsonSchema.alternatives(signs) + "?";
    }

    private static Map<String, Object> pattern(String pattern, String otherwise) {
        return JsonSchema.pattern(pattern, otherwise);
    }
}
