package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure before it is interpreted: bounding words, and a number or the two ends of a range, each with its
 * own currency, scale and unit. It says nothing about the meaning, which depends on the unit of the fact and on the
 * heading of a column; see docs/tables.md.
 */
@Internal
public final class WrittenFigure {

    static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(.*)");
    private static final Pattern PLAIN = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern RANGE =
            Pattern.compile("(.*?\\d.*?)\\s*(?:[-–—―‐−~〜]{1,2}|至|到|\\bto\\b|\\s(?:bis|à)\\s)\\s*(.+)");
    /** The first characters of separators of ranges. */
    private static final String PARTING = "-–—―‐−~〜至到tbà";

    /** A range with words around it: {@code between 30 and 50}, {@code de 30 à 50}, {@code 介于30和50之间}. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:(?:between|from|zwischen|von|entre|de)\\s+(.+?)\\s+(?:and|to|und|bis|et|à|y|e|a)\\s+(.+)"
                    + "|(?:介于|在)?(.+?)(?:和|与|-|–|—|~|至|到)(.+)之间)");

    /** The first words of such a range. */
    private static final Pattern BETWEEN_WORD = Pattern.compile("(?:between|from|zwischen|von|entre|de)\\s.*");

    /** Groups of digits separated by blanks or apostrophes. */
    private static final Pattern SPACED =
            Pattern.compile("(?<!\\d)(?<!\\d[.,])([1-9]\\d{0,2})((?: \\d{3})+|(?:['’]\\d{3})+)(?!\\d)");

    private static final Pattern PERCENT_BEFORE = Pattern.compile("百分之(\\d[\\d.]*)");

    private final Bounded bounded;
    private final End low;
    private final @Nullable End high;
    /** The two texts of a range; null for a single number. */
    private final @Nullable MatchResult range;

    /** The group of the first end of a range; the second end is the next group. */
    private final int first;

    private WrittenFigure(Bounded bounded) {
        this.bounded = bounded;
        String number = bounded.number();
        Matcher matcher = null;
        if (number.endsWith("之间")
                || (mayBegin(number) && BETWEEN_WORD.matcher(number).matches())) {
            Matcher between = BETWEEN.matcher(number);
            matcher = between.matches() ? between : null;
        }
        boolean words = matcher != null;
        if (matcher == null && mayRange(number)) {
            Matcher ends = RANGE.matcher(number);
            matcher = ends.matches() ? ends : null;
        }
        this.range = matcher == null ? null : matcher.toMatchResult();
        this.first = words && matcher != null && matcher.group(1) == null ? 3 : 1;
        this.low = End.of(matcher == null ? number : matcher.group(first).strip());
        this.high = matcher == null ? null : End.of(matcher.group(first + 1).strip());
    }

    /** Returns the parts of a text; null if it is no number and no range of two. */
    public static @Nullable WrittenFigure of(String text) {
        WrittenFigure written = text.length() > LONGEST ? null : ofPlain(plain(text));
        return written == null || !written.isNumeric() ? null : written;
    }

    /** Whether it is a number, or a range of two. */
    boolean isNumeric() {
        return ends().allMatch(End::isNumber);
    }

    /** Returns the parts of a text that {@link #plain} returned. */
    static WrittenFigure ofPlain(String plain) {
        return new WrittenFigure(Bounded.of(plain));
    }

    Bounded bounded() {
        return bounded;
    }

    boolean isRange() {
        return high != null;
    }

    /** Whether the low end of a range lends its currency to the high end, which has none. */
    boolean isLent() {
        return high != null && low.before != null && high.signs.isEmpty();
    }

    /**
     * Returns the low end, or the only number. It takes a missing scale, unit or currency from the high end: {@code
     * 200–300 bn yuan}, {@code ¥3 to ¥5 bn}. A currency behind it ends it: {@code 500,000 yuan to 3 mn yuan}.
     */
    End low() {
        if (high == null || (low.before == null && !low.signs.isEmpty())) {
            return low;
        }
        if (low.scale.isEmpty()) {
            return low.with(high);
        }
        return ScaleWords.factorOfMoney(low.scale) == null ? low : low.in(high);
    }

    /** Returns the high end, which takes a missing currency from the low one: {@code $30-50 bn}. */
    End high() {
        return high == null ? low : high.in(low);
    }

    /** Returns the number with another text in place of one end of the range. */
    String withEnd(boolean atHigh, String other) {
        MatchResult ends = range;
        if (ends == null) {
            return other;
        }
        int group = atHigh ? first + 1 : first;
        String text = bounded.number();
        return text.substring(0, ends.start(group)) + other + text.substring(ends.end(group));
    }

    private Stream<End> ends() {
        return high == null ? Stream.of(low) : Stream.of(low, high);
    }

    private Stream<ScaleWords.Sign> signs() {
        return ends().flatMap(end -> end.signs.stream());
    }

    /** Returns the currency that it names; null if it names none. */
    public @Nullable Unit currency() {
        return signs().map(ScaleWords.Sign::unit).findFirst().orElse(null);
    }

    /** Whether all its signs may stand for a currency: {@code $} for any dollar, {@code ¥} for yuan and yen. */
    public boolean mayBe(Unit money) {
        return signs().allMatch(sign -> sign.unit().equals(money) || ScaleWords.isShared(sign.word(), money));
    }

    /** Whether a number has a scale or a unit other than money. */
    public boolean isScaled() {
        return ends().anyMatch(end -> !end.scale.isEmpty());
    }

    /** Whether only its low end has a scale, which the high end may share: {@code 3万-5}. */
    public boolean isScaledBelow() {
        return high != null && high.scale.isEmpty() && !low.scale.isEmpty();
    }

    /** Returns the currency in which a scale is usual, such as rupees for {@code crore}; null if there is none. */
    public @Nullable Unit usualCurrency() {
        return ends().map(end -> ScaleWords.usualCurrency(end.scale))
                .filter(unit -> unit != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether all its scales are known.
     *
     * @param ofMoney whether it is certainly money, so that {@code 5 m} is 5 million
     */
    public boolean hasKnownScales(boolean ofMoney) {
        return ends().allMatch(
                        end -> (ofMoney ? ScaleWords.factorOfMoney(end.scale) : ScaleWords.factor(end.scale)) != null);
    }

    /** Returns the scale of the low end, or of the only number. */
    public String scale() {
        return low.scale;
    }

    /** Returns its numbers without scales and units: one, or two for a range. */
    public List<BigDecimal> numbers() {
        return ends().map(end -> new BigDecimal(end.digits.replace(",", ""))).toList();
    }

    /** Returns whether each of its numbers has a scale or a unit other than money. */
    public List<Boolean> scaled() {
        return ends().map(end -> !end.scale.isEmpty()).toList();
    }

    /** Returns it with a unit in place of its own scale and currency: {@code about 3–5 mn EUR}. */
    public String in(String unit) {
        return bounded.with(joined(low.digits + (high == null ? "" : between() + high.digits), unit));
    }

    /** Returns it with other numbers and a unit. */
    public String in(List<String> numbers, String unit) {
        return bounded.with(joined(String.join(high == null ? "" : between(), numbers), unit));
    }

    /** Returns it with the currency that it lacks after its scale: {@code 3000万-1亿元}. */
    public String inMoney(String sign) {
        return bounded.with(joined(bounded.number(), sign));
    }

    /** Returns it with a currency in place of its own signs: {@code 3 bn JPY} for {@code ¥3 bn}. */
    public String inCurrency(String sign) {
        return bounded.with(high == null ? low.in(sign) : low.in(sign) + between() + high.in(sign));
    }

    /** Returns the text between the numbers of a range; a dash in place of words around them. */
    private String between() {
        MatchResult ends = range;
        if (ends == null || ends.groupCount() > 2) {
            return "–";
        }
        return bounded.number().substring(ends.end(1), ends.start(2));
    }

    /** Joins a number and the text after it, without a blank before Chinese. */
    static String joined(String digits, String rest) {
        return digits + (rest.isEmpty() || rest.charAt(0) >= 128 ? "" : " ") + rest;
    }

    private static boolean mayBegin(String number) {
        return !number.isEmpty() && "bfzved".indexOf(number.charAt(0)) >= 0;
    }

    /** Whether a text contains a character that may separate the ends of a range. */
    private static boolean mayRange(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (PARTING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * One number with the text around it.
     *
     * @param before the currency in front of the number; null if there is none
     * @param digits the number with its groups; empty if there is none
     * @param rest the text after the number; the whole text if there is no number
     * @param scale the rest without currencies
     * @param signs all currencies, the one in front first
     */
    record End(
            ScaleWords.@Nullable Sign before, String digits, String rest, String scale, List<ScaleWords.Sign> signs) {

        static End of(String text) {
            ScaleWords.Sign before = ScaleWords.moneyAtStart(text);
            String bare = before == null
                    ? text
                    : text.substring(before.word().length()).strip();
            Matcher matcher = NUMBER.matcher(bare);
            return matcher.matches() ? of(before, matcher.group(1), matcher.group(2)) : of(before, "", bare);
        }

        private static End of(ScaleWords.@Nullable Sign before, String digits, String rest) {
            List<ScaleWords.Sign> signs = new ArrayList<>();
            if (before != null) {
                signs.add(before);
            }
            String scale = rest.strip();
            // Money may be named before and after the number: 人民币3亿元.
            for (ScaleWords.Sign sign = ScaleWords.moneyBehind(scale);
                    sign != null;
                    sign = ScaleWords.moneyBehind(scale)) {
                scale = scale.substring(0, scale.length() - sign.word().length())
                        .strip();
                signs.add(sign);
            }
            ScaleWords.Sign first = ScaleWords.moneyAtStart(scale); // 120 USD mn, 120 €m
            String other =
                    first == null ? "" : scale.substring(first.word().length()).strip();
            if (first != null && ScaleWords.isWordOfScale(other)) {
                signs.add(first);
                scale = other;
            }
            return new End(before, digits, rest, ScaleWords.unjoined(scale), signs);
        }

        boolean isNumber() {
            return PLAIN.matcher(digits).matches();
        }

        /** Returns it with the scale of the other end of its range. */
        private End with(End other) {
            return signs.isEmpty()
                    ? new End(null, digits, other.rest, other.scale, other.signs).in(other)
                    : new End(before, digits, (rest + " " + other.scale).strip(), other.scale, signs);
        }

        /** Returns it with the currency of the other end of its range, if it has none. */
        private End in(End other) {
            if (!signs.isEmpty() || other.signs.isEmpty()) {
                return this;
            }
            ScaleWords.Sign sign = other.signs.get(other.signs.size() - 1);
            return new End(before, digits, rest + " " + sign.word(), scale, List.of(sign));
        }

        /** Returns it with another currency; a low end without a scale takes both from the high end. */
        private String in(String sign) {
            return scale.isEmpty() && before != null ? digits : joined(joined(digits, scale), sign);
        }

        /** Returns the text from the number on. */
        String bare() {
            return digits + rest;
        }
    }

    /** A text with the words that bound its number: one word, or two of the same meaning before and after it. */
    record Bounded(String text, BoundWords outer, BoundWords inner) {

        static Bounded of(String plain) {
            BoundWords outer = BoundWords.of(plain);
            return new Bounded(plain, outer, outer.bound() == Bound.EXACT ? outer : BoundWords.of(outer.rest()));
        }

        /** Returns the text without the bounding words. */
        String number() {
            return inner.rest();
        }

        /** Returns the text with another number in place of its own. */
        String with(String other) {
            if (outer.isWithin() || inner.isWithin()) {
                boolean chinese = other.codePoints().anyMatch(Character::isIdeographic);
                return outer.bound().prefix(chinese ? Language.ZH : Language.EN) + other;
            }
            int start = text.indexOf(number());
            return text.substring(0, start) + other + text.substring(start + number().length());
        }
    }

    /** Returns the text in lower case and plain width, with ungrouped digits and with Chinese numerals in digits. */
    static String plain(String text) {
        if (isAscii(text)) { // the remaining steps concern other characters, and take time to load
            return ungrouped(text.strip().toLowerCase(Locale.ROOT));
        }
        String plain = ScaleWords.inChinese(
                DigitForms.plain(text.strip()).toLowerCase(Locale.ROOT).strip());
        String digits = ChineseNumerals.inDigits(plain);
        if (digits.indexOf('分') >= 0) {
            digits = PERCENT_BEFORE.matcher(digits).replaceAll("$1%");
        }
        return ungrouped(digits);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String ungrouped(String digits) {
        return digits.indexOf(' ') < 0 && digits.indexOf('\'') < 0 && digits.indexOf('’') < 0
                ? digits
                : SPACED.matcher(digits)
                        .replaceAll(found -> found.group(1) + found.group(2).replaceAll("[ '’]", ""));
    }
}
