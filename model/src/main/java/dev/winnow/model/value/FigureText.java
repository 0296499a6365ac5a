package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final BigDecimal MILLION = new BigDecimal("1e6");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Digits in groups of thousands or in Indian groups: {@code 1,234,567} and {@code 12,34,567}. */
    private static final Pattern GROUPED =
            Pattern.compile("(?:[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d?(,\\d{2})+,\\d{3})(\\.\\d+)?");

    /** The rest of a number with several points, or with a comma after the point. */
    private static final Pattern MORE_DIGITS = Pattern.compile("[.,]\\d.*");

    /** Groups of digits separated by points, with or without a comma before the fraction. */
    private static final Pattern POINTED =
            Pattern.compile("([1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+|[1-9]\\d{0,2}(?:\\.\\d{3}){2,})(?![\\d.,])(.*)");

    private static final List<String> PERCENT = List.of("%", "percent", "per cent", "pct", "pct.");
    private static final Pattern TENTHS = Pattern.compile("成([1-9])?");

    /** Characters that separate a sum from another one beside it. */
    private static final String APART = "(/;,+";

    /** An unknown code or sign of a currency before a number: {@code AED 9.2 bn}. */
    private static final Pattern UNKNOWN_SIGN = Pattern.compile("(?:[a-z]{3}|[a-z]{0,2}\\p{Sc}) ?\\d.*");

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

    /** Whether a text names money of any currency, even if misspelt. */
    public static boolean isMoney(String text) {
        WrittenFigure written = WrittenFigure.ofPlain(WrittenFigure.plain(text));
        if (written.currency() != null) {
            return true;
        }
        String rest = written.high().rest().strip();
        return written.high().isNumber()
                && !rest.isEmpty()
                && ScaleWords.factor(ScaleWords.uncounted(rest)) == null
                && ScaleWords.nearestCount(rest) == null
                && Unit.known().stream()
                        .anyMatch(unit -> unit.isMoney() && ScaleWords.nearestMoney(rest, unit) != null);
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
        if (shown.length() > WrittenFigure.LONGEST) {
            return Reading.wrong(Message.of("this is too long for %s", unit.words()), null);
        }
        RatingLevels levels = unit.levels();
        if (levels != null) {
            return levels.parse(shown, evidence);
        }
        try {
            return new Reading(figure(WrittenFigure.plain(shown), unit, evidence), null, null);
        } catch (Unreadable e) {
            String decorated = DigitForms.firstDecorated(shown);
            return decorated == null
                    ? Reading.wrong(e.said(shown), e.unlike(shown).advice(unit))
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

    /**
     * Returns an amount with the currency that it lacks: {@code 3 bn} as {@code 3 bn USD}; other texts are returned as
     * they are.
     */
    @Internal
    public static String inMoney(String text, Unit money) {
        WrittenFigure written = WrittenFigure.of(text);
        return written == null || written.currency() != null || !written.isScaled() || !written.hasKnownScales(false)
                ? text
                : written.inMoney(money.sign());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Figure figure(String plain, Unit unit, @Nullable Evidence evidence) throws Unreadable {
        WrittenFigure written = WrittenFigure.ofPlain(plain);
        WrittenFigure.Bounded bounded = written.bounded();
        Bound bound = bounded.outer().bound();
        Bound inner = bounded.inner().bound();
        if (inner != Bound.EXACT && inner != bound) {
            throw new Unreadable("`%s` has two words that bound its number differently", null);
        }
        try {
            String text = bounded.number();
            if (!text.isEmpty()
                    && !isDigit(text.charAt(0))
                    && NEGATIVE.matcher(text).matches()) {
                throw new Unreadable("`%s` is below 0", null);
            }
            return written.isRange()
                    ? range(written, bound, unit, evidence)
                    : single(number(written.low(), unit), bound, unit, evidence);
        } catch (Unreadable e) {
            throw e.putBack(bounded::with);
        }
    }

    private static Figure single(Amount number, Bound bound, Unit unit, @Nullable Evidence evidence) throws Unreadable {
        if (unit.isShare() && bound == Bound.AT_LEAST && number.equals(Amount.ONE)) {
            throw new Unreadable("`%s` allows more than 100 %", Message.of("did you mean `%s`?", "100 %"));
        }
        return Figure.stated(number, bound, unit, evidence);
    }

    private static Figure range(WrittenFigure written, Bound bound, Unit unit, @Nullable Evidence evidence)
            throws Unreadable {
        if (bound == Bound.AT_LEAST || bound == Bound.AT_MOST) {
            throw new Unreadable("`%s` bounds a range", Message.of("write the range alone"));
        }
        if (unit.isShare()) {
            refuseTwoShares(written);
        }
        String behind = written.high().rest();
        if (behind.indexOf(')') >= 0 && behind.indexOf('(') < 0) { // $10 bn (raised to $27 bn)
            throw Unreadable.apart("`%s` contains more than one number", List.of());
        }
        Amount high = end(written, true, unit);
        Amount low = end(written, false, unit);
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

    /** Refuses a range whose low end may be a percentage or a part of 1: {@code 0.7-80%}. */
    private static void refuseTwoShares(WrittenFigure written) throws Unreadable {
        List<BigDecimal> ends = written.isNumeric() ? written.numbers() : List.of();
        if (!written.scaled().equals(List.of(false, true)) || ends.isEmpty()) {
            return;
        }
        BigDecimal low = ends.get(0);
        BigDecimal part = low.movePointRight(2);
        if (low.signum() > 0 && low.compareTo(BigDecimal.ONE) <= 0 && part.compareTo(ends.get(1)) <= 0) {
            throw Unreadable.mended(
                    "`%s` can mean two shares",
                    List.of(
                            written.withEnd(false, part.stripTrailingZeros().toPlainString()),
                            written.withEnd(false, low.toPlainString() + " %")));
        }
    }

    private static Amount end(WrittenFigure written, boolean atHigh, Unit unit) throws Unreadable {
        try {
            return number(atHigh ? written.high() : written.low(), unit);
        } catch (Unreadable e) {
            throw written.isLent()
                    ? e.unmended() // money before one end and after the other means another range
                    : e.putBack(other -> written.withEnd(atHigh, other));
        }
    }

    private static Amount number(WrittenFigure.End end, Unit unit) throws Unreadable {
        ScaleWords.Sign sign = unit.isMoney() ? end.before() : null;
        check(sign, unit);
        String digits = end.digits();
        if (digits.isEmpty() || (sign == null && end.before() != null)) {
            check(unit.isMoney() && !end.signs().isEmpty() ? end.signs().get(0) : null, unit);
            if (unit.isMoney() && UNKNOWN_SIGN.matcher(end.rest()).matches()) {
                throw unknownMoney(unit);
            }
            throw new Unreadable("`%s` is not %s", example(unit), unit.words());
        }
        if (EXPONENT.matcher(end.rest()).matches()) {
            throw new Unreadable("`%s` is not %s", example(unit), unit.words());
        }
        String inFront = sign == null ? "" : sign.word();
        if (digits.indexOf(',') >= 0 && !GROUPED.matcher(digits).matches()) {
            throw Unreadable.mended("`%s` has a comma in the wrong place", commas(digits, end.rest()))
                    .putBack(other -> inFront + other);
        }
        if (MORE_DIGITS.matcher(end.rest()).matches()) {
            throw Unreadable.mended("`%s` has a point in the wrong place", points(end.bare()))
                    .putBack(other -> inFront + other);
        }
        BigDecimal number = new BigDecimal(digits.replace(",", ""));
        String rest = end.rest().strip();
        BigDecimal value = switch (unit.kind()) {
            case SHARE -> share(number, digits, rest);
            case NUMBER -> unit.isPlain() ? plain(number, digits, rest) : declared(number, rest, unit);
            case MONEY -> money(number, end, unit);
        };
        if (value.compareTo(LARGEST) > 0) {
            throw new Unreadable("`%s` is implausibly large", null);
        }
        return Amount.of(value);
    }

    private static BigDecimal money(BigDecimal number, WrittenFigure.End end, Unit unit) throws Unreadable {
        refuseAnother(end, unit);
        String scale = end.scale();
        BigDecimal factor = ScaleWords.factorOfMoney(scale);
        for (ScaleWords.Sign sign : end.signs()) {
            check(sign, unit);
        }
        if (factor != null && !end.signs().isEmpty()) {
            return number.multiply(factor).divide(MILLION);
        }
        if (factor != null) {
            throw Unreadable.mended(
                    "`%s` has no unit of money",
                    ScaleWords.factor(scale) == null
                            ? withUnit(WrittenFigure.joined(end.digits(), ScaleWords.inFull(scale)), scale, unit)
                            : withUnit(end.bare(), scale, unit));
        }
        String rest = end.rest().strip()
                + (end.before() == null ? "" : " " + end.before().word());
        check(ScaleWords.moneyAtStart(rest), unit);
        String nearest = ScaleWords.nearestMoney(rest, unit);
        throw nearest == null
                ? unknownMoney(unit)
                : Unreadable.mended(
                        "`%s` has an unknown unit of money", List.of(WrittenFigure.joined(end.digits(), nearest)));
    }

    private static Unreadable unknownMoney(Unit unit) {
        return new Unreadable(
                "`%s` has an unknown unit of money",
                Message.of(
                        "use a unit such as `%s`, `%s` or `%s`",
                        unit,
                        (Localized) language ->
                                language == Language.ZH ? "万" + unit.sign(language) : ScaleWords.scaled("mn", unit),
                        (Localized) language ->
                                language == Language.ZH ? "亿" + unit.sign(language) : ScaleWords.scaled("bn", unit)));
    }

    /** Refuses a text with a second sum beside the first, since either may be meant. */
    private static void refuseAnother(WrittenFigure.End end, Unit unit) throws Unreadable {
        int at = 0;
        String behind = end.rest();
        while (at < behind.length() && APART.indexOf(behind.charAt(at)) < 0) {
            at++;
        }
        if (behind.substring(at).chars().noneMatch(c -> isDigit((char) c))) {
            return;
        }
        String first = end.digits() + behind.substring(0, at).stripTrailing();
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
                ? List.of(
                        WrittenFigure.joined(number, unit.sign()),
                        WrittenFigure.joined(number, ScaleWords.scaled("mn", unit)))
                : List.of(WrittenFigure.joined(number, unit.sign(scale.charAt(0) >= 128 ? Language.ZH : Language.EN)));
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
                    "`%s` is not a plain number",
                    nearest == null ? List.of() : List.of(WrittenFigure.joined(digits, nearest)));
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

    /** Returns a correction, in Chinese with a Chinese unit. */
    private static Object correction(String text, Unit unit) {
        try {
            Figure figure = figure(WrittenFigure.plain(text), unit, null);
            return (Localized) language -> language == Language.EN ? text : figure.write(language);
        } catch (Unreadable e) {
            return text;
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
        Message advice(Unit unit) {
            List<Object> mended =
                    this.mended.stream().map(text -> correction(text, unit)).toList();
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
