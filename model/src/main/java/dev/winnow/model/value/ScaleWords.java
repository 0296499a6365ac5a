package dev.winnow.model.value;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that scale a number, English and Chinese, and words for money. */
public final class ScaleWords {

    /** Minimum length of a misspelt scale; shorter ones differ from each other by a single letter. */
    private static final int LONG_SCALE = 5;

    private static final Map<String, Integer> ZEROS = zeros();

    /** Abbreviations and plurals of scales. They are read beside money only, since `m` also stands for other units. */
    private static final Map<String, String> SHORT = shortWordsOf(Map.of(
            "thousand", "k tsd tsd. thousands",
            "mn", "m mm mio mio. mln mln.",
            "million", "millions",
            "bn", "b bln bln. mrd mrd.",
            "billion", "billions",
            "trillion", "trillions",
            "lakh", "lac lacs lakhs",
            "crore", "cr cr. crores"));

    /** Words for money by currency; the first is used after Chinese scales. */
    private static final Map<Unit, List<String>> MONEY = Map.ofEntries(
            entry(
                    Unit.MONEY,
                    "元",
                    "yuan renminbi",
                    "人民币元",
                    "元人民币",
                    "人民币",
                    "renminbi",
                    "yuan",
                    "rmb",
                    "cny",
                    "cn¥",
                    "¥"),
            entry(Unit.USD, "美元", "美金", "us$", "usd", "us dollars", "dollars", "dollar", "$"),
            entry(Unit.EUR, "欧元", "eur", "euros", "euro", "€"),
            entry(Unit.GBP, "英镑", "gbp", "£"),
            entry(Unit.JPY, "日元", "jpy", "yen"),
            entry(Unit.HKD, "港元", "港币", "hkd", "hk$"),
            entry(Unit.KRW, "韩元", "krw", "₩"),
            entry(Unit.INR, "印度卢比", "卢比", "inr", "rupees", "rupee", "rs.", "rs", "₹"),
            entry(Unit.AUD, "澳元", "澳大利亚元", "aud", "a$"),
            entry(Unit.CAD, "加元", "加拿大元", "cad", "c$", "ca$"),
            entry(Unit.CHF, "瑞士法郎", "瑞郎", "chf"),
            entry(Unit.SGD, "新加坡元", "新元", "sgd", "s$"),
            entry(Unit.TWD, "新台币", "台币", "新台币元", "twd", "nt$"));

    /** Currencies that share a sign in front of their numbers. */
    private static final Map<String, Set<Unit>> SHARED = Map.of(
            "$", Set.of(Unit.USD, Unit.HKD, Unit.AUD, Unit.CAD, Unit.SGD, Unit.TWD),
            "¥", Set.of(Unit.MONEY, Unit.JPY));

    /** A word for money of a currency. */
    record Sign(Unit unit, String word) {}

    /** Longer words come first, so that {@code 美元} is not read as {@code 元}. */
    private static final List<Sign> SIGNS = signs();

    private ScaleWords() {}

    private static Map.Entry<Unit, List<String>> entry(Unit money, String... words) {
        return Map.entry(money, List.of(words));
    }

    private static List<Sign> signs() {
        List<Sign> signs = new ArrayList<>();
        MONEY.forEach((unit, words) -> words.forEach(word -> signs.add(new Sign(unit, word))));
        signs.sort(Comparator.comparing((Sign sign) -> -sign.word.length()).thenComparing(Sign::word));
        return List.copyOf(signs);
    }

    private static Map<String, Integer> zeros() {
        Map<String, Integer> zeros = new LinkedHashMap<>();
        zeros.put("", 0);
        String scales =
                "thousand 3, mn 6, million 6, bn 9, billion 9, tn 12, trillion 12, 千 3, 万 4, 十万 5, 百万 6, 千万 7, 亿 8,"
                        + " 十亿 9, 百亿 10, 千亿 11, 万亿 12, lakh 5, crore 7, lakh crore 12";
        for (String scale : scales.split(", ", -1)) {
            int blank = scale.lastIndexOf(' ');
            zeros.put(scale.substring(0, blank), Integer.valueOf(scale.substring(blank + 1)));
        }
        return zeros;
    }

    /** Returns the factor of a scale: 1 for the empty word; null if the word is not a scale. */
    static @Nullable BigDecimal factor(String word) {
        Integer zeros = ZEROS.get(word);
        return zeros == null ? null : BigDecimal.ONE.scaleByPowerOfTen(zeros);
    }

    /**
     * Returns the full form of a scale beside money: {@code mn} for {@code m}; other words are returned as they are.
     */
    public static String inFull(String scale) {
        return SHORT.getOrDefault(scale, scale);
    }

    /** Returns the factor of a scale beside money; null if the word is not a scale. */
    static @Nullable BigDecimal factorOfMoney(String word) {
        return factor(inFull(word));
    }

    private static Map<String, String> shortWordsOf(Map<String, String> words) {
        Map<String, String> scales = new HashMap<>();
        words.forEach((scale, said) -> {
            for (String word : said.split(" ", -1)) {
                scales.put(word, scale);
            }
        });
        return scales;
    }

    /** Returns all scales that are read beside money only. */
    public static List<String> shortWords() {
        return SHORT.keySet().stream().sorted().toList();
    }

    /** Whether a text is a scale. */
    static boolean isScale(String text) {
        return ZEROS.containsKey(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Words that count things without naming a unit: {@code 10家}, {@code 3 years}. */
    private static final List<String> COUNTERS =
            List.of("家 个 户 年 代 件 辆 台 颗 套 条 项 years year firms pieces generations".split(" "));

    /** Returns the text without a counter at its end. */
    static String uncounted(String text) {
        for (String counter : COUNTERS) {
            if (text.endsWith(counter)) {
                return text.substring(0, text.length() - counter.length()).strip();
            }
        }
        return text;
    }

    /** Returns all scales. */
    public static List<String> words() {
        return List.copyOf(ZEROS.keySet());
    }

    /** Returns all words for money, of all currencies. */
    public static List<String> money() {
        return SIGNS.stream().map(Sign::word).toList();
    }

    /** Whether a sign may stand for a currency besides its usual one. */
    static boolean isShared(String sign, Unit money) {
        return SHARED.getOrDefault(sign, Set.of()).contains(money);
    }

    /** Returns the word for money at the end of the text; null if there is none. */
    static @Nullable Sign moneyAtEnd(String text) {
        for (Sign sign : SIGNS) {
            if (text.endsWith(sign.word) && !isWithin(text, text.length() - sign.word.length(), sign.word)) {
                return sign;
            }
        }
        return null;
    }

    /** Whether the letters of {@code Rs} end another word, such as {@code years}. */
    private static boolean isWithin(String text, int start, String word) {
        return word.startsWith("rs") && start > 0 && Character.isLetter(text.charAt(start - 1));
    }

    /** Returns the word for money at the end of the text, also in brackets; null if there is none. */
    static @Nullable Sign moneyBehind(String text) {
        Sign sign = moneyAtEnd(text);
        int bracket = sign == null && text.endsWith(")") ? text.lastIndexOf('(') : -1;
        if (bracket < 0) {
            return sign;
        }
        String inner = text.substring(bracket + 1, text.length() - 1).strip();
        Sign within = moneyAtEnd(inner);
        return within == null || !within.word.equals(inner) ? null : new Sign(within.unit, text.substring(bracket));
    }

    /** Returns the word for money at the beginning of the text; null if there is none. */
    static @Nullable Sign moneyAtStart(String text) {
        for (Sign sign : SIGNS) {
            if (text.startsWith(sign.word)) {
                return sign;
            }
        }
        return null;
    }

    /** Returns a scale and money as people write them: {@code mn yuan}, {@code 亿元}. */
    static String scaled(String scale, Unit money) {
        boolean chinese = !scale.isEmpty() && scale.charAt(0) >= 128;
        return chinese ? scale + money.sign(Language.ZH) : (scale + " " + money.sign()).strip();
    }

    /**
     * Returns the unit of money that a misspelt one certainly means: {@code bn yuan} for {@code bn yaun}; null if that
     * is not certain. As the size of the number must not change, a scale is corrected only if it is long and differs by
     * one letter.
     */
    static @Nullable String nearestMoney(String text, Unit money) {
        Sign sign = moneyAtEnd(text);
        if (sign != null) {
            String scale = nearestScale(
                    text.substring(0, text.length() - sign.word.length()).strip());
            return scale == null || !sign.unit.equals(money) ? null : scaled(scale, money);
        }
        for (String scale : words()) {
            boolean first = !scale.isEmpty() && text.startsWith(scale);
            String rest = first ? text.substring(scale.length()) : "";
            boolean apart = rest.startsWith(" ") || (first && scale.charAt(0) >= 128);
            if (apart && isNearlySign(rest.strip(), money)) {
                return scaled(scale, money);
            }
        }
        int blank = text.lastIndexOf(' ');
        if (blank < 0) {
            return isNearlySign(text, money) ? scaled("", money) : null;
        }
        String scale = nearestScale(text.substring(0, blank).strip());
        return scale != null && isNearlySign(text.substring(blank + 1), money) ? scaled(scale, money) : null;
    }

    /**
     * Returns the word that a misspelt counter certainly means: {@code firms} for {@code frims}; null if that is not
     * certain.
     */
    static @Nullable String nearestCount(String text) {
        String counter = Nearest.of(text, COUNTERS);
        return counter != null && counter.charAt(0) == text.charAt(0) ? counter : nearestScale(text);
    }

    /** Whether a word is a misspelt word for a currency. Its first letter must match, since it could be a scale. */
    private static boolean isNearlySign(String word, Unit money) {
        List<String> alike = MONEY.getOrDefault(money, List.of()).stream()
                .filter(sign -> !word.isEmpty() && sign.charAt(0) == word.charAt(0))
                .toList();
        return word.indexOf(' ') < 0 && Nearest.of(word, alike) != null;
    }

    /** Returns the only scale that differs from a word by one letter; null if none or several do. */
    private static @Nullable String nearestScale(String word) {
        List<String> scales =
                words().stream().filter(scale -> scale.length() >= LONG_SCALE).toList();
        List<String> nearest = Nearest.all(word, scales, 1);
        return nearest.size() == 1 ? nearest.get(0) : null;
    }
}
