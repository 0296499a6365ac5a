package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that scale a number, English and Chinese, and words for money. */
public final class ScaleWords {

    /** Minimum length of a misspelt scale; shorter ones differ from each other by a single letter. */
    private static final int LONG_SCALE = 5;

    private static final Map<String, Integer> ZEROS = zeros();

    /**
     * Abbreviations, plurals and words of other languages for scales. They are read beside money only, since `m` also
     * stands for other units. Words that differ between languages, such as `mil` and `billones`, are not read.
     */
    private static final Map<String, String> SHORT = shortWordsOf(Map.of(
            "thousand", "k; tsd; tsd.; thousands; tausend; millier; milliers",
            "mn", "m; mm; mio; mio.; mln; mln.",
            "million", "millions; millionen; millón; millon; millones; milhão; milhões; milioni",
            "bn", "b; bln; bln.; mrd; mrd.; md; mds; mld; mld.",
            "billion",
                    "billions; milliarde; milliarden; milliard; milliards; mil millones; mil milhões; bilhões;"
                            + " miliardi",
            "trillion", "trillions",
            "lakh", "lac; lacs; lakhs",
            "crore", "cr; cr.; crores"));

    /** Scales that are usual in one currency only. Without a currency they are asked about in another one. */
    private static final Map<String, Unit> USUAL = Map.of("lakh", Unit.INR, "crore", Unit.INR, "lakh crore", Unit.INR);

    /** Japanese, Korean and traditional Chinese characters of scales with the simplified ones. */
    private static final Map<Character, String> VARIANTS =
            Map.of('億', "亿", '萬', "万", '억', "亿", '만', "万", '천', "千", '백', "百", '십', "十", '조', "万亿");

    /** The Japanese 兆 is 10¹²; in Chinese it begins 兆瓦, a megawatt. */
    private static final Pattern TRILLION_YEN = Pattern.compile("兆(?= ?(?:[\\d円圓]|日[元圓本]|[a-z]))");

    private static final Pattern JOINED = Pattern.compile("\\s*\\b(?:of|de|di|d['’])$");

    /** Several numbers with scales: {@code 1万亿 2,000亿}. */
    private static final Pattern PARTS = Pattern.compile("\\d+[万亿]+ ?[1-9](?:\\d{0,2},\\d{3}|\\d{0,3})(?=[千百十]?[万亿])");

    private static final Pattern HUNDRED_MILLION = Pattern.compile("100 ?(?:million|mn|mm?|mio\\.?)s?");
    private static final Pattern TEN_THOUSAND = Pattern.compile("10[,.' ]?000|10 ?k|(?:10|ten) thousand");
    private static final Pattern A_THOUSAND = Pattern.compile("1[,.' ]?000|'?000s?");

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
            entry(
                    Unit.USD,
                    "美元",
                    "美金",
                    "us$",
                    "usd",
                    "us dollars",
                    "dollars",
                    "dollar",
                    "$",
                    "米ドル",
                    "ドル",
                    "달러",
                    "us-dollar",
                    "dólares",
                    "dollari"),
            entry(Unit.EUR, "欧元", "eur", "euros", "euro", "€", "ユーロ", "유로"),
            entry(Unit.GBP, "英镑", "gbp", "£"),
            entry(Unit.JPY, "日元", "jpy", "yen", "円", "日本円", "日圓", "엔", "jp¥"),
            entry(Unit.HKD, "港元", "港币", "hkd", "hk$"),
            entry(Unit.KRW, "韩元", "krw", "₩", "원", "won", "ウォン"),
            entry(Unit.INR, "印度卢比", "卢比", "inr", "rupees", "rupee", "rs.", "rs", "₹"),
            entry(Unit.AUD, "澳元", "澳大利亚元", "aud", "a$"),
            entry(Unit.CAD, "加元", "加拿大元", "cad", "c$", "ca$"),
            entry(Unit.CHF, "瑞士法郎", "瑞郎", "chf", "fr."),
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

    /** The words for money by first character. */
    private static final Map<Character, List<Sign>> BY_START = signsBy(word -> word.charAt(0));

    private static final Map<Character, List<Sign>> BY_END = signsBy(word -> word.charAt(word.length() - 1));

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

    private static Map<Character, List<Sign>> signsBy(Function<String, Character> character) {
        return SIGNS.stream().collect(Collectors.groupingBy(sign -> character.apply(sign.word)));
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

    /** Whether a word scales money and can follow its currency: {@code mn} in {@code USD mn}. */
    static boolean isWordOfScale(String word) {
        return !word.isEmpty() && word.charAt(0) < 128 && factorOfMoney(word) != null;
    }

    private static Map<String, String> shortWordsOf(Map<String, String> words) {
        Map<String, String> scales = new HashMap<>();
        words.forEach((scale, said) -> {
            for (String word : said.split("; ", -1)) {
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
        for (Sign sign :
                text.isEmpty() ? List.<Sign>of() : BY_END.getOrDefault(text.charAt(text.length() - 1), List.of())) {
            if (text.endsWith(sign.word) && !isWithin(text, text.length() - sign.word.length(), sign.word)) {
                return sign;
            }
        }
        return null;
    }

    /** Whether the letters of {@code Rs} end another word, such as {@code years}. */
    private static boolean isWithin(String text, int start, String word) {
        return (word.startsWith("rs") || word.equals("won") || word.equals("fr.") || word.equals("yen"))
                && start > 0
                && Character.isLetter(text.charAt(start - 1));
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
        for (Sign sign : text.isEmpty() ? List.<Sign>of() : BY_START.getOrDefault(text.charAt(0), List.of())) {
            if (text.startsWith(sign.word)) {
                return sign;
            }
        }
        return null;
    }

    /** Returns the currency in which a scale is usual; null if there is none. */
    static @Nullable Unit usualCurrency(String scale) {
        return USUAL.get(inFull(scale));
    }

    /** Returns a text with the simplified Chinese characters of Japanese and Korean scales. */
    static String inChinese(String text) {
        StringBuilder chinese = new StringBuilder(text.length());
        for (char c : TRILLION_YEN.matcher(text).replaceAll("조").toCharArray()) {
            String variant = c < '一' ? null : VARIANTS.get(c);
            if (variant == null) {
                chinese.append(c);
            } else {
                chinese.append(variant);
            }
        }
        return PARTS.matcher(chinese)
                .replaceAll(parts -> parts.group().replace(" ", "").replace(",", ""));
    }

    /** Returns a scale without the word that joins it to money: {@code millions} of {@code millions d'}. */
    static String unjoined(String scale) {
        return scale.endsWith("'")
                        || scale.endsWith("’")
                        || scale.endsWith("e")
                        || scale.endsWith("f")
                        || scale.endsWith("i")
                ? JOINED.matcher(scale).replaceFirst("")
                : scale;
    }

    /**
     * Returns a unit of money in a form that can follow a number: {@code mn eur} for {@code EUR m}, {@code M€} and
     * {@code millions d'euros}, {@code 亿日元} for {@code JPY 100 million}; null if the text is no unit of money.
     *
     * @param text the unit, in lower case and plain width
     */
    @Internal
    public static @Nullable String unitOfMoney(String text) {
        Sign before = moneyAtStart(text);
        Sign sign = before == null ? moneyBehind(text) : before;
        if (sign == null) {
            return null;
        }
        String rest = before == null
                ? text.substring(0, text.length() - sign.word.length())
                : text.substring(sign.word.length());
        String scale = unjoined(rest.strip());
        if (HUNDRED_MILLION.matcher(scale).matches()) {
            return scaled("亿", sign.unit);
        }
        if (TEN_THOUSAND.matcher(scale).matches()) {
            return scaled("万", sign.unit);
        }
        if (A_THOUSAND.matcher(scale).matches()) {
            return "thousand " + sign.word;
        }
        Sign twice = moneyAtEnd(scale); // 人民币亿元
        String alone = twice == null
                ? scale
                : scale.substring(0, scale.length() - twice.word.length()).strip();
        if ((twice != null && !twice.unit.equals(sign.unit)) || factorOfMoney(inChinese(alone)) == null) {
            return null;
        }
        if (alone.isEmpty()) {
            return text;
        }
        String word = twice == null ? sign.word : twice.word;
        return alone.charAt(0) < '一' ? inFull(alone) + " " + word : alone + (word.charAt(0) < 128 ? " " : "") + word;
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
