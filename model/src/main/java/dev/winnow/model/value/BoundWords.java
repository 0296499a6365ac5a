package dev.winnow.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without the words that bound its number.
 *
 * @param bound the meaning of the words; EXACT if there are none
 * @param rest the text without them
 * @param isWithin whether the word stands between the digits and their scale or unit: 30多亿元
 */
public record BoundWords(Bound bound, String rest, boolean isWithin) {

    private static final List<Map.Entry<String, Bound>> BEFORE =
            longestFirst(Map.of(Bound.AT_LEAST, """
                over; at least; more than; no less than; not less than; no fewer than; above; exceeding; in excess of; upwards of; \
                ≥; >=; >; 超过; 至少; 不少于; 不低于; 不小于; 不下于; 高于; 大于; 最少; 最低; 超; 逾; \
                über; mehr als; mindestens; mind.; min.; plus de; au moins; más de; al menos; mais de; 최소\
                """, Bound.AT_MOST, """
                at most; up to; under; less than; no more than; not more than; below; ≤; <=; <; \
                不超过; 至多; 最多; 不足; 不高于; 不多于; 不大于; 小于; 少于; 最高; 低于; \
                unter; höchstens; max.; bis zu; weniger als; moins de; jusqu'à; au plus; menos de; hasta; 최대\
                """, Bound.ABOUT, """
                about; approximately; approx.; around; ca.; c.; roughly; some; nearly; almost; close to; ~; ≈; \
                约; 大约; 约为; 约合; 大概; 近; 将近; 接近; 规模约; 规模; \
                約; etwa; rund; circa; knapp; environ; env.; près de; unos; alrededor de; cerca de; aproximadamente; 약\
                """));
    private static final List<Map.Entry<String, Bound>> AFTER = longestFirst(Map.of(
            Bound.AT_LEAST, "+; 以上; 及以上; 或以上; 有余; 이상; 초과; or more; and more; and above; or above",
            Bound.AT_MOST, "以下; 及以下; 或以下; 以内; 之内; 未満; 이하; 미만; or less; and below; or below",
            Bound.ABOUT, "左右; 上下; 前后; 前後; 程度; 规模; 規模; 규모; or so; 내외"));

    /** Characters within a number that mean "or more": {@code 30多亿元}, {@code 30亿余元}, {@code 10+}. */
    private static final String MORE = "多余几+";

    private static final Pattern WITH_MORE =
            Pattern.compile("([^\\d]*\\d[\\d.,]*\\s*[十百千万亿]{0,2})[" + MORE + "](?!\\s*\\d)(.*)");

    /** Removes the first word that bounds the number; another may follow, as in 约30亿元左右. */
    static BoundWords of(String text) {
        boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        for (Map.Entry<String, Bound> word : digit ? List.<Map.Entry<String, Bound>>of() : BEFORE) {
            if (text.startsWith(word.getKey()) && endsThere(text, word.getKey())) {
                return new BoundWords(
                        word.getValue(), text.substring(word.getKey().length()).strip(), false);
            }
        }
        for (Map.Entry<String, Bound> word : AFTER) {
            if (text.endsWith(word.getKey())) {
                return new BoundWords(
                        word.getValue(),
                        text.substring(0, text.length() - word.getKey().length())
                                .strip(),
                        false);
            }
        }
        if (hasMore(text)) {
            Matcher more = WITH_MORE.matcher(text);
            if (more.matches()) {
                return new BoundWords(Bound.AT_LEAST, (more.group(1) + more.group(2)).strip(), true);
            }
        }
        return new BoundWords(Bound.EXACT, text, false);
    }

    private static boolean hasMore(String text) {
        for (int i = 0; i < MORE.length(); i++) {
            if (text.indexOf(MORE.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns all words that bound the number after them. */
    public static List<String> wordsBefore() {
        return BEFORE.stream().map(Map.Entry::getKey).toList();
    }

    /** Returns all words that bound the number before them. */
    public static List<String> wordsAfter() {
        return AFTER.stream().map(Map.Entry::getKey).toList();
    }

    private static boolean endsThere(String text, String word) {
        return text.length() == word.length()
                || !Character.isLetter(text.charAt(word.length()))
                || text.charAt(word.length()) >= 128
                || word.charAt(word.length() - 1) >= 128
                || !Character.isLetter(word.charAt(word.length() - 1));
    }

    private static List<Map.Entry<String, Bound>> longestFirst(Map<Bound, String> words) {
        List<Map.Entry<String, Bound>> all = new ArrayList<>();
        words.forEach((bound, list) -> {
            for (String word : list.split("; ", -1)) {
                all.add(Map.entry(word, bound));
            }
        });
        // A single comparator, because Java would create the classes of combined ones at every start.
        all.sort((one, other) -> {
            int longer = Integer.compare(other.getKey().length(), one.getKey().length());
            return longer != 0 ? longer : one.getKey().compareTo(other.getKey());
        });
        return List.copyOf(all);
    }
}
