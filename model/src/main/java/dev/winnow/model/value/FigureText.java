package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a figure as people write it, in English or Chinese: {@code over 300 bn yuan}, {@code 3000亿元}, {@code $6.6 bn},
 * {@code 90 %}, {@code about 1,200}, {@code 1000–1200}. Texts that {@link Figure#toString} writes are read as the same
 * figure.
 */
public final class FigureText {

    private static final int LONGEST = 100;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final BigDecimal MILLION = new BigDecimal("1e6");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(.*)");
    /** Digits in groups of thousands or in Indian groups: {@code 1,234,567} and {@code 12,34,567}. */
    private static final Pattern GROUPED =
            Pattern.compile("(?:[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d?(,\\d{2})+,\\d{3})(\\.\\d+)?");

    private static final Pattern RANGE = Pattern.compile("(.*?\\d.*?)\\s*(?:[-–—―‐−~〜]{1,2}|至|到|\\bto\\b)\\s*(.+)");
    /** The first characters of separators of ranges. */
    private static final String PARTING = "-–—―‐−~〜至到t";

    /** A range with words around it: {@code between 30 and 50}, {@code 介于30和50之间}. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:(?:between|from)\\s+(.+?)\\s+(?:and|to)\\s+(.+)|(?:介于|在)?(.+?)(?:和|与|-|–|—|~|至|到)(.+)之间)");

    /** The rest of a number with several points, or with a comma after the point. */
    private static final Pattern MORE_DIGITS = Pattern.compile("[.,]\\d.*");

    /** Groups of digits separated by points, with or without a comma before the fraction. */
    private static final Pattern POINTED =
            Pattern.compile("([1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+|[1-9]\\d{0,2}(?:\\.\\d{3}){2,})(?![\\d.,])(.*)");

    /** Groups of digits separated by blanks or apostrophes. */
    private static final Pattern SPACED =
            Pattern.compile("(?<![\\d.,])([1-9]\\d{0,2})((?: \\d{3})+|(?:['’]\\d{3})+)(?!\\d)");

    private static final Pattern PERCENT_BEFORE = Pattern.compile("百分之(\\d[\\d.]*)");
    private static final List<String> PERCENT = List.of("%", "percent", "per cent", "pct", "pct.");
    private static final Pattern TENTHS = Pattern.compile("成([1-9])?");

    /** Characters that separate a sum from another one beside it. */
    private static final String APART = "(/;,";

    private static final Pattern EXPONENT = Pattern.compile("e[-+]?\\d.*");
    private static final Pattern NEGATIVE = Pattern.compile("[-−–]\\s*([\\d.].*)");

    private FigureText() {}

    /**
     * The result of reading a text: a figure, or the reason why it is none, perhaps with advice.
     *
     * @param figure the figure; null if the text is none
     * @param what the reason; null if there is a figure
     * @param advice the correction to try; null if there is none to offer
     */
    public record Reading(
            @Nullable Figure figure,
            @Nullable Message what,
            @Nullable Message advice) {

        static Reading wrong(Message what, @Nullable Message advice) {
            return new Reading(null, what, advice);
        }
    }

    /** Whether a text begins or ends like money of any currency, even if misspelt. */
    public static boolean isMoney(String text) {
        String number = Bounded.of(plain(text)).number();
        if (ScaleWords.moneyAtStart(number) != null || ScaleWords.moneyAtEnd(number) != null) {
            return true;
        }
        Matcher written = NUMBER.matcher(number);
        String rest = written.matches() ? written.group(2).strip() : "";
        return !rest.isEmpty()
                && ScaleWords.factor(ScaleWords.uncounted(rest)) == null
                && ScaleWords.nearestCount(rest) == null
                && Unit.known().stream()
                        .anyMatch(unit -> unit.isMoney() && ScaleWords.nearestMoney(rest, unit) != null);
    }

    /**
     * Returns the currency that a text names before or after its number, or between words that bound it; null if it
     * names none.
     */
    static @Nullable Unit currency(String text) {
        String number = Bounded.of(plain(text)).number();
        ScaleWords.Sign sign = ScaleWords.moneyAtStart(number);
        sign = sign == null ? ScaleWords.moneyBehind(number) : sign;
        return sign != null
                ? sign.unit()
                : Unit.known().stream()
                        .filter(unit ->
                                unit.isMoney() && parse(text, unit, null).figure() != null)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Whether the text after a number has a fixed meaning in every vocabulary: a scale, money, or a part of
     * a whole.
     */
    public static boolean isTaken(String sign) {
        String text = "1 " + sign;
        return isMoney(text) || parse(text, Unit.SHARE, null).figure() != null || ScaleWords.isScale(sign);
    }

    /** Reads a text as a figure of a unit. No text throws. */
    public static Reading parse(String text, Unit unit, @Nullable Evidence evidence) {
        String shown = text.strip();
        if (shown.length() > LONGEST) {
            return Reading.wrong(Message.of("this is too long for %s", unit.words()), null);
        }
        RatingLevels levels = unit.levels();
        if (levels != null) {
            return levels.parse(shown, evidence);
        }
        try {
            return new Reading(figure(plain(shown), unit, evidence), null, null);
        } catch (Unreadable e) {
            String decorated = DigitForms.firstDecorated(shown);
            return decorated == null
                    ? Reading.wrong(e.said(shown), e.unlike(shown).advice())
                    : Reading.wrong(
                            DigitForms.refusal(shown, decorated),
                            Message.of("write the number in plain digits, and a footnote in `%s`", "note"));
        }
    }

    /** Reads a scalar as a figure of a unit; null if it is none, with the reason among the problems. */
    public static @Nullable Figure parse(Node node, Unit unit, @Nullable Evidence evidence, List<Problem> problems) {
        if (!node.isScalar()) {
            problems.add(node.problem(Message.of(
                    "expected %s, found %s", unit.words(), node.kind().words())));
            return null;
        }
        Reading reading = parse(node.text(), unit, evidence);
        if (reading.what() != null) {
            problems.add(node.problem(reading.what(), reading.advice()));
        }
        return reading.figure();
    }

    /** Returns the text in lower case and plain width, with ungrouped digits and with Chinese numerals in digits. */
    private static String plain(String text) {
        if (isAscii(text)) { // the remaining steps concern other characters, and take time to load
            return ungrouped(text.strip().toLowerCase(Locale.ROOT));
        }
        String plain = DigitForms.plain(text.strip()).toLowerCase(Locale.ROOT).strip();
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

    /**
     * Returns the text with a unit after its number, for tables with units in their headings; the unit precedes words
     * such as 以上. Null if the number has a unit, or if there is no number.
     *
     * @param scaled whether the number may have a scale, so that only the unit is missing: 7,800万
     */
    public static @Nullable String inUnit(String text, String unit, boolean scaled) {
        Bounded bounded = Bounded.of(plain(text));
        String number = bounded.number();
        Matcher range = RANGE.matcher(number);
        Matcher matcher = NUMBER.matcher(mayRange(number) && range.matches() ? range.group(2) : number);
        if (number.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        String scale = matcher.group(2).strip();
        if (scaled ? scale.isEmpty() || ScaleWords.factor(scale) == null : !scale.isEmpty()) {
            return null;
        }
        return bounded.with(joined(number, unit));
    }

    /**
     * A text without the sign of a currency in front of its number.
     *
     * @param number the rest: {@code about 300} of {@code about ¥300}
     * @param sign the sign or word, in lower case
     * @param money the usual currency of the sign
     */
    @Internal
    public record Unsigned(String number, String sign, Unit money) {

        /** Whether the sign is also used for a currency: {@code $} for any dollar, {@code ¥} for yuan and yen. */
        public boolean mayBe(Unit other) {
            return money.equals(other) || ScaleWords.isShared(sign, other);
        }
    }

    /**
     * The text without the sign of a currency before or after its number, such as {@code $120} and {@code 120 €}; null
     * if it has no sign or a scale. A name of a currency, such as {@code EUR}, is no sign.
     */
    @Internal
    public static @Nullable Unsigned unsigned(String text) {
        Bounded bounded = Bounded.of(plain(text));
        String number = bounded.number();
        ScaleWords.Sign sign = ScaleWords.moneyAtStart(number);
        String bare;
        if (sign != null) {
            bare = number.substring(sign.word().length()).strip();
        } else {
            sign = ScaleWords.moneyAtEnd(number);
            if (sign == null || Character.getType(number.charAt(number.length() - 1)) != Character.CURRENCY_SYMBOL) {
                return null;
            }
            bare = number.substring(0, number.length() - sign.word().length()).strip();
        }
        Matcher range = RANGE.matcher(bare);
        Matcher last = NUMBER.matcher(mayRange(bare) && range.matches() ? range.group(2) : bare);
        return last.matches() && last.group(2).isBlank()
                ? new Unsigned(bounded.with(bare), sign.word(), sign.unit())
                : null;
    }

    /** A text with the words that bound its number: one word, or two of the same meaning before and after it. */
    private record Bounded(String text, BoundWords outer, BoundWords inner) {

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

    /** Whether a text contains a character that may separate the ends of a range. */
    private static boolean mayRange(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (PARTING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Figure figure(String plain, Unit unit, @Nullable Evidence evidence) throws Unreadable {
        Bounded bounded = Bounded.of(plain);
        Bound outer = bounded.outer.bound();
        Bound inner = bounded.inner.bound();
        if (inner != Bound.EXACT && inner != outer) {
            throw new Unreadable("`%s` has two words that bound its number differently", null);
        }
        try {
            return figure(bounded.number(), outer, unit, evidence);
        } catch (Unreadable e) {
            throw e.putBack(bounded::with);
        }
    }

    private static Figure figure(String text, Bound bound, Unit unit, @Nullable Evidence evidence) throws Unreadable {
        if (!text.isEmpty()
                && !isDigit(text.charAt(0))
                && NEGATIVE.matcher(text).matches()) {
            throw new Unreadable("`%s` is below 0", null);
        }
        if (text.endsWith("之间") || text.startsWith("between ") || text.startsWith("from ")) {
            Matcher between = BETWEEN.matcher(text);
            if (between.matches()) {
                return range(between, between.group(1) == null ? 3 : 1, bound, unit, evidence);
            }
        }
        Matcher range = mayRange(text) ? RANGE.matcher(text) : null;
        return range != null && range.matches()
                ? range(range, 1, bound, unit, evidence)
                : Figure.stated(number(text, unit), bound, unit, evidence);
    }

    /**
     * Reads a range.
     *
     * @param first the group of the first end; the second end is the next group
     */
    private static Figure range(Matcher range, int first, Bound bound, Unit unit, @Nullable Evidence evidence)
            throws Unreadable {
        if (bound == Bound.AT_LEAST || bound == Bound.AT_MOST) {
            throw new Unreadable("`%s` bounds a range", Message.of("write the range alone"));
        }
        Ends ends = Ends.of(range.group(first).strip(), range.group(first + 1).strip(), unit);
        Amount high = end(ends, ends.high, range, first + 1, unit);
        Amount low = end(ends, ends.low, range, first, unit);
        if (low.compareTo(high) > 0) {
            throw new Unreadable("`%s` runs from the larger to the smaller number", Message.of("swap the two numbers"));
        }
        return bound == Bound.ABOUT
                ? Figure.between(
                        Figure.stated(low, bound, unit, null).low(),
                        Figure.stated(high, bound, unit, null).high(),
                        unit,
                        evidence)
                : Figure.between(low, high, unit, evidence);
    }

    private static Amount end(Ends ends, String end, Matcher range, int group, Unit unit) throws Unreadable {
        try {
            return number(end, unit);
        } catch (Unreadable e) {
            String text = range.group();
            throw ends.lent
                    ? e.unmended() // money before one end and after the other means another range
                    : e.putBack(
                            other -> text.substring(0, range.start(group)) + other + text.substring(range.end(group)));
        }
    }

    /**
     * The ends of a range, each with its unit. An end without a unit takes it from the other: the scale with the money
     * if it is a plain number ({@code 200–300 bn yuan}), else only the money ({@code 3000万-1亿元}, {@code $30-50 bn}).
     *
     * @param lent whether the money before the low end belongs to both
     */
    private record Ends(String low, String high, boolean lent) {

        static Ends of(String first, String second, Unit unit) {
            ScaleWords.Sign before = unit.isMoney() ? ScaleWords.moneyAtStart(first) : null;
            boolean own = unit.isMoney()
                    && (ScaleWords.moneyAtStart(second) != null || ScaleWords.moneyAtEnd(second) != null);
            if (before != null && own) {
                return new Ends(scaled(first, before, second), second, false);
            }
            boolean lent = before != null;
            String low = before == null
                    ? first
                    : first.substring(before.word().length()).strip();
            String high = before == null ? second : second + " " + before.word();
            Matcher number = NUMBER.matcher(low);
            Matcher other = NUMBER.matcher(high);
            if (!number.matches() || !other.matches()) {
                return new Ends(low, high, lent);
            }
            if (number.group(2).isBlank()) {
                return new Ends(low + other.group(2), high, lent);
            }
            ScaleWords.Sign behind = unit.isMoney() ? ScaleWords.moneyAtEnd(high) : null;
            return new Ends(
                    behind != null && ScaleWords.factorOfMoney(number.group(2).strip()) != null
                            ? low + " " + behind.word()
                            : low,
                    high,
                    lent);
        }
    }

    /**
     * Returns the low end with the scale of the high end if it is money with a plain number: {@code ¥3 to ¥5 bn},
     * 人民币3-5亿元.
     */
    private static String scaled(String low, ScaleWords.Sign before, String high) {
        ScaleWords.Sign sign = ScaleWords.moneyAtStart(high);
        Matcher number = NUMBER.matcher(low.substring(before.word().length()).strip());
        Matcher other = NUMBER.matcher(
                sign == null ? high : high.substring(sign.word().length()).strip());
        return number.matches() && number.group(2).isBlank() && other.matches() ? low + other.group(2) : low;
    }

    private static Amount number(String text, Unit unit) throws Unreadable {
        ScaleWords.Sign sign = unit.isMoney() ? ScaleWords.moneyAtStart(text) : null;
        check(sign, unit);
        String bare = sign == null ? text : text.substring(sign.word().length()).strip();
        String inFront = text.substring(0, text.length() - bare.length());
        Matcher matcher = NUMBER.matcher(bare);
        if (!matcher.matches()) {
            check(unit.isMoney() ? ScaleWords.moneyAtEnd(text) : null, unit);
            throw new Unreadable("`%s` is not %s", example(unit), unit.words());
        }
        if (EXPONENT.matcher(matcher.group(2)).matches()) {
            throw new Unreadable("`%s` is not %s", example(unit), unit.words());
        }
        String digits = matcher.group(1);
        if (digits.indexOf(',') >= 0 && !GROUPED.matcher(digits).matches()) {
            throw Unreadable.mended("`%s` has a comma in the wrong place", commas(digits, matcher.group(2)))
                    .putBack(other -> inFront + other);
        }
        if (MORE_DIGITS.matcher(matcher.group(2)).matches()) {
            throw Unreadable.mended("`%s` has a point in the wrong place", points(bare))
                    .putBack(other -> inFront + other);
        }
        BigDecimal number = new BigDecimal(digits.replace(",", ""));
        String rest = matcher.group(2).strip();
        BigDecimal value = switch (unit.kind()) {
            case SHARE -> share(number, digits, rest);
            case NUMBER -> unit.isPlain() ? plain(number, digits, rest) : declared(number, rest, unit);
            case MONEY -> money(number, matcher, sign == null ? rest : rest + " " + sign.word(), unit);
        };
        if (value.compareTo(LARGEST) > 0) {
            throw new Unreadable("`%s` is implausibly large", null);
        }
        return Amount.of(value);
    }

    private static BigDecimal money(BigDecimal number, Matcher written, String rest, Unit unit) throws Unreadable {
        refuseAnother(written, unit);
        String scale = rest;
        BigDecimal factor = null;
        boolean counted = false;
        // Money may be named before and after the number: 人民币3亿元.
        for (ScaleWords.Sign sign = ScaleWords.moneyBehind(scale);
                sign != null && factor == null;
                sign = ScaleWords.moneyBehind(scale)) {
            check(sign, unit);
            scale = scale.substring(0, scale.length() - sign.word().length()).strip();
            factor = ScaleWords.factorOfMoney(scale);
            counted = true;
        }
        if (factor != null) {
            return number.multiply(factor).divide(MILLION);
        }
        if (!counted && ScaleWords.factorOfMoney(scale) != null) {
            throw Unreadable.mended(
                    "`%s` has no unit of money",
                    ScaleWords.factor(scale) == null
                            ? withUnit(joined(written.group(1), ScaleWords.inFull(scale)), scale, unit)
                            : withUnit(written.group(), scale, unit));
        }
        check(ScaleWords.moneyAtStart(rest), unit);
        String nearest = ScaleWords.nearestMoney(rest, unit);
        throw nearest == null
                ? new Unreadable(
                        "`%s` has an unknown unit of money",
                        Message.of(
                                "use a unit such as `%s`, `%s` or `%s`",
                                unit.sign(), ScaleWords.scaled("mn", unit), ScaleWords.scaled("bn", unit)))
                : Unreadable.mended("`%s` has an unknown unit of money", List.of(joined(written.group(1), nearest)));
    }

    /** Refuses a text with a second sum beside the first, since either may be meant. */
    private static void refuseAnother(Matcher written, Unit unit) throws Unreadable {
        int at = 0;
        String behind = written.group(2);
        while (at < behind.length() && APART.indexOf(behind.charAt(at)) < 0) {
            at++;
        }
        if (behind.substring(at).chars().noneMatch(c -> isDigit((char) c))) {
            return;
        }
        String first = written.group(1) + behind.substring(0, at).stripTrailing();
        throw Unreadable.apart(
                "`%s` contains more than one number",
                parse(first, unit, null).figure() == null ? List.of() : List.of(first));
    }

    /**
     * Returns the number with possible units. Advice never changes the size of a number; one without a scale may be
     * meant in full or in millions.
     */
    private static List<String> withUnit(String number, String scale, Unit unit) {
        return scale.isEmpty()
                ? List.of(joined(number, unit.sign()), joined(number, ScaleWords.scaled("mn", unit)))
                : List.of(joined(number, unit.sign(scale.charAt(0) >= 128 ? Language.ZH : Language.EN)));
    }

    /** Joins a number and the text after it, without a blank before Chinese. */
    private static String joined(String digits, String rest) {
        return digits + (rest.isEmpty() || rest.charAt(0) >= 128 ? "" : " ") + rest;
    }

    /** Returns the possible meanings of a number with commas; a single comma may be a decimal one. */
    private static List<String> commas(String digits, String behind) {
        String without = digits.replace(",", "") + behind;
        boolean one = digits.indexOf(',') == digits.lastIndexOf(',') && digits.indexOf('.') < 0;
        if (!one) {
            return List.of(without);
        }
        String fraction = digits.replace(',', '.') + behind;
        return digits.startsWith("0") || digits.endsWith(",")
                ? List.of(fraction.endsWith(".") ? fraction.substring(0, fraction.length() - 1) : fraction)
                : List.of(fraction, without);
    }

    /** Returns the meaning of a number with points between its digits; empty if it is ambiguous. */
    private static List<String> points(String text) {
        Matcher pointed = POINTED.matcher(text);
        return pointed.matches()
                ? List.of(pointed.group(1).replace(".", "").replace(',', '.') + pointed.group(2))
                : List.of();
    }

    private static BigDecimal share(BigDecimal number, String digits, String rest) throws Unreadable {
        Matcher tenths = TENTHS.matcher(rest);
        if (tenths.matches() && digits.matches("[1-9]")) {
            String hundredths = tenths.group(1);
            return new BigDecimal("0." + digits + (hundredths == null ? "" : hundredths));
        }
        boolean percent = PERCENT.contains(rest);
        if (!percent && !rest.isEmpty()) {
            throw Nearest.of(rest, List.of("percent")) == null
                    ? new Unreadable("`%s` is not a share", example(Unit.SHARE))
                    : Unreadable.mended("`%s` is not a share", List.of(digits + " %"));
        }
        BigDecimal share = percent ? number.divide(HUNDRED) : number;
        if (share.compareTo(BigDecimal.ONE) > 0) {
            boolean meantPercent = !percent && number.compareTo(HUNDRED) <= 0;
            throw Unreadable.mended(
                    percent ? "`%s` is more than 100 %" : "`%s` is outside 0–1",
                    meantPercent ? List.of(digits + " %") : List.of());
        }
        return share;
    }

    private static BigDecimal plain(BigDecimal number, String digits, String rest) throws Unreadable {
        BigDecimal factor = ScaleWords.factor(ScaleWords.uncounted(rest));
        if (factor == null) {
            String nearest = ScaleWords.nearestCount(rest);
            throw Unreadable.mended(
                    "`%s` is not a plain number", nearest == null ? List.of() : List.of(joined(digits, nearest)));
        }
        return number.multiply(factor);
    }

    /**
     * Reads a number of a declared unit. The unit's name may be omitted; any other name is refused, even a similar one:
     * `MV` is not `MW`, and `kW` is a thousandth.
     */
    private static BigDecimal declared(BigDecimal number, String rest, Unit unit) throws Unreadable {
        String before = unit.before(rest);
        BigDecimal factor = ScaleWords.factor(before == null ? rest : before);
        if (factor == null) {
            throw new Unreadable(
                    "`%s` is not in %s", Message.of("write it in %s, such as `%s`", unit, sample(unit)), unit);
        }
        return number.multiply(factor);
    }

    /** Refuses money of another currency, for which no rate is known. */
    private static void check(ScaleWords.@Nullable Sign sign, Unit unit) throws Unreadable {
        if (sign != null && !sign.unit().equals(unit)) {
            throw new Unreadable(
                    "`%s` is not in %s",
                    Message.of("write the amount in %s, with the rate in `%s`", unit.currencyName(), "note"),
                    unit.currencyName());
        }
    }

    private static Figure sample(Unit unit) {
        return Figure.exactly(300, unit);
    }

    private static @Nullable Message example(Unit unit) {
        return switch (unit.kind()) {
            case SHARE -> Message.of("such as `%s`", "90 %");
            case NUMBER -> unit.isPlain() ? null : Message.of("such as `%s`", sample(unit));
            case MONEY -> Message.of("such as `%s`", sample(unit));
        };
    }

    /** The reason why a text is not a figure; the message quotes the text first. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String template;
        private final transient @Nullable Message advice;
        private final transient List<String> mended;
        private final transient List<Object> more;

        /** Whether the advice omits a part of the text, which belongs in a note. */
        private final boolean noted;

        /**
         * Creates a reason.
         *
         * @param template its first placeholder is for the text
         * @param more the arguments of the other placeholders
         */
        Unreadable(String template, @Nullable Message advice, Object... more) {
            this(template, advice, List.of(), List.of(more), false);
        }

        /**
         * Returns a reason with possible corrections.
         *
         * @param mended corrections of the wrong part of the text; empty if its meaning is unclear
         */
        static Unreadable mended(String template, List<String> mended) {
            return new Unreadable(template, null, mended, List.of(), false);
        }

        /**
         * Returns the reason that a text contains more than a figure.
         *
         * @param first the part of it that may be kept; empty if that is unclear
         */
        static Unreadable apart(String template, List<String> first) {
            return new Unreadable(template, null, first, List.of(), true);
        }

        private Unreadable(
                String template, @Nullable Message advice, List<String> mended, List<Object> more, boolean noted) {
            super(template, null, false, false); // without a stack trace, since it never leaves this class
            this.template = template;
            this.advice = advice;
            this.mended = mended;
            this.more = more;
            this.noted = noted;
        }

        /** Returns this reason with the text around the wrong part in its corrections, so that they are complete. */
        Unreadable putBack(UnaryOperator<String> around) {
            return new Unreadable(template, advice, mended.stream().map(around).toList(), more, noted);
        }

        /** Returns this reason without corrections that equal the text as written. */
        Unreadable unlike(String text) {
            List<String> others =
                    mended.stream().filter(other -> !other.equals(text)).toList();
            return new Unreadable(template, advice, others, more, noted);
        }

        /** Returns this reason without corrections. */
        Unreadable unmended() {
            return new Unreadable(template, advice, List.of(), more, noted);
        }

        @Nullable
        Message advice() {
            if (noted) {
                return mended.isEmpty()
                        ? Message.of("keep one of them, and write the rest in `%s`", "note")
                        : Message.of("did you mean `%s`, with the rest in `%s`?", mended.get(0), "note");
            }
            return switch (mended.size()) {
                case 0 -> advice;
                case 1 -> Message.of("did you mean `%s`?", mended.get(0));
                default -> Message.of("did you mean `%s` or `%s`?", mended.get(0), mended.get(1));
            };
        }

        Message said(String text) {
            List<Object> arguments = new ArrayList<>();
            arguments.add(text);
            arguments.addAll(more);
            return Message.of(template, arguments.toArray());
        }
    }
}
