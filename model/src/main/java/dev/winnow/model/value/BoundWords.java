package dev.winnow.model.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A text without the words that bound its number.
 *
 * @param bound what the words say; EXACT where there are none
 * @param rest the text without them
 */
public record BoundWords(Bound bound, String rest) {

    private static final List<Map.Entry<String, Bound>> BEFORE = longestFirst(Map.of(
            Bound.AT_LEAST,
            List.of(
                    "over",
                    "at least",
                    "more than",
                    "no less than",
                    "above",
                    "≥",
                    ">=",
                    ">",
                    "超过",
                    "至少",
                    "不少于",
                    "不低于",
                    "超",
                    "逾"),
            Bound.AT_MOST,
            List.of(
                    "at most",
                    "up to",
                    "under",
                    "less than",
                    "no more than",
                    "below",
                    "≤",
                    "<=",
                    "<",
                    "不超过",
                    "至多",
                    "最多",
                    "不足",
                    "低于"),
            Bound.ABOUT,
            List.of("about", "approximately", "approx.", "around", "circa", "ca.", "~", "≈", "约", "大约")));

    private static final List<Map.Entry<String, Bound>> AFTER = longestFirst(
            Map.of(Bound.AT_LEAST, List.of("以上"), Bound.AT_MOST, List.of("以下"), Bound.ABOUT, List.of("左右")));

    static BoundWords of(String text) {
        boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        for (Map.Entry<String, Bound> word : digit ? List.<Map.Entry<String, Bound>>of() : BEFORE) {
            if (text.startsWith(word.getKey()) && endsThere(text, word.getKey())) {
                return new BoundWords(
                        word.getValue(), text.substring(word.getKey().length()).strip());
            }
        }
        for (Map.Entry<String, Bound> word : AFTER) {
            if (text.endsWith(word.getKey())) {
                return new BoundWords(
                        word.getValue(),
                        text.substring(0, text.length() - word.getKey().length())
                                .strip());
            }
        }
        return new BoundWords(Bound.EXACT, text);
    }

    /** Every word that bounds the number behind it. */
    public static List<String> wordsBefore() {
        return BEFORE.stream().map(Map.Entry::getKey).toList();
    }

    /** Every word that bounds the number before it. */
    public static List<String> wordsAfter() {
        return AFTER.stream().map(Map.Entry::getKey).toList();
    }

    private static boolean endsThere(String text, String word) {
        return text.length() == word.length()
                || !Character.isLetter(text.charAt(word.length()))
                || text.charAt(word.length()) >= 128
                || word.charAt(word.length() - 1) >= 128;
    }

    private static List<Map.Entry<String, Bound>> longestFirst(Map<Bound, List<String>> words) {
        List<Map.Entry<String, Bound>> all = new ArrayList<>();
        words.forEach((bound, list) -> list.forEach(word -> all.add(Map.entry(word, bound))));
        all.sort(Comparator.comparingInt(
                        (Map.Entry<String, Bound> entry) -> -entry.getKey().length())
                .thenComparing(Map.Entry::getKey));
        return List.copyOf(all);
    }
}
