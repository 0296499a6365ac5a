package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.ScaleWords;
import dev.winnow.model.value.Unit;
import dev.winnow.model.value.WrittenFigure;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.DecimalSign;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.headings.CellReader.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a column of figures, with the unit of its heading. */
final class FigureReader {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** From here on, a number with a currency and no scale is as plausible in single units as in its heading's. */
    private static final BigDecimal SINGLE_UNITS = new BigDecimal(100_000);

    private static final Pattern MONTHS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:个月|月|months?)");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[\\d.]*\\d)?");

    /** The Chinese numeral for 1, which looks like a dash in an empty cell. */
    private static final String ONE_OR_DASH = "一";

    private final Key key;
    private final Property property;
    private final @Nullable String unit;
    private final @Nullable Column column;
    private final NameLookup names;
    private final Unit money;
    private final boolean usual;
    private final boolean years;
    private final DecimalSign decimals;
    private final ColumnFigures others;

    /** The unit of the heading, for a number without one of its own; null if there is none. */
    private final @Nullable String behind;

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();

    /**
     * @param unit the unit of the heading or of the question; null if there is none
     * @param column null for a value outside a table
     * @param money the currency of the heading, else that of the universe
     * @param usual whether that is the currency of the universe, in which the model reports texts that are no amounts
     */
    FigureReader(Key key, @Nullable String unit, @Nullable Column column, NameLookup names, Unit money, boolean usual) {
        this.key = key;
        this.property = key.property();
        this.unit = unit;
        this.column = column;
        this.names = names;
        this.money = money;
        this.usual = usual;
        this.years = property.countsYears();
        this.decimals = column == null || column.decimals() == null ? DecimalSign.POINT : column.decimals();
        this.others = column == null ? ColumnFigures.NONE : column.figures();
        this.behind = behind();
    }

    private @Nullable String behind() {
        Unit kind = kind();
        if (unit == null || years || (kind.isShare() && !unit.equals("%"))) {
            return null;
        }
        return kind.isMoney() && HeadingUnit.isScale(unit) ? behind(unit, sign(unit)) : unit;
    }

    /** Reads a text that is not empty. */
    Reading read(String text) {
        if (decimals != DecimalSign.POINT) {
            return written(text);
        }
        return isPlainNumber(text) ? figure(text) : known(text);
    }

    /** The option that sets how numbers of the whole column are read; empty without a column. */
    private String numberOption() {
        return column == null
                ? ""
                : CellReader.option(
                        column, SettledColumns.undecided(column).choices().get(0));
    }

    /** Whether a text consists of digits, with points between them or without. */
    private static boolean isPlainNumber(String text) {
        return PLAIN.matcher(text).matches();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads a figure in a column whose numbers may have decimal commas. */
    private Reading written(String text) {
        if (decimals.isDoubtful(text)) {
            String fraction = DecimalSign.inPoints(text);
            String whole = DecimalSign.withoutGroups(text);
            boolean both = isFigure(fraction) == isFigure(whole);
            return both
                    ? Reading.wrong(place -> CellProblems.twoNumbers(place, text, fraction, whole, numberOption()))
                    : Reading.of(
                            String.valueOf(
                                    known(isFigure(whole) ? whole : fraction).text()),
                            CellChange.Kind.DECIMALS);
        }
        if (!decimals.isComma()) {
            return known(text);
        }
        if (DecimalSign.POINT.isShownBy(text)) {
            return Reading.wrong(place -> CellProblems.otherDecimals(place, text));
        }
        String points = inPoints(text);
        Reading read = known(points);
        return points.equals(text) || read.text() == null ? read : Reading.of(read.text(), CellChange.Kind.DECIMALS);
    }

    /** Whether a text is a possible figure: {@code 88125} is no percentage. */
    private boolean isFigure(String text) {
        Reading read = inFull(text);
        return read.isFlawed()
                || kind().isMoney()
                || KnownAmounts.figure(property, String.valueOf(read.text()), money) != null;
    }

    private Unit kind() {
        return property.unit() == null ? Unit.NUMBER : property.unit();
    }

    private Reading known(String text) {
        if (text.equals(ONE_OR_DASH) && !others.inNumerals()) {
            return Reading.wrong(place -> CellProblems.oneOrDash(place, text));
        }
        return CellReader.isUnknown(text) ? new Reading(null, null, CellChange.Kind.UNKNOWN, null) : figure(text);
    }

    /** Reads a figure. An unusual amount is asked about, unless an exclamation mark confirms it. */
    private Reading figure(String text) {
        String plain = unmarked(text);
        Reading read = inFull(plain);
        String whole = read.text();
        if (!plain.equals(text) || whole == null || !isCounted()) {
            return read;
        }
        if (isBeyond(text, read)) {
            return Reading.wrong(place -> beyond(place, text, whole));
        }
        Amount amount = bare(text) == null ? null : amount(read);
        return amount != null && others.isFar(amount)
                ? Reading.wrong(place -> CellProblems.unlike(place, text, whole, whole + "!", unitOption()))
                : read;
    }

    private @Nullable Amount amount(Reading read) {
        Figure figure = read.text() == null ? null : KnownAmounts.figure(property, read.text(), money);
        return figure == null ? null : figure.high().isUnbounded() ? figure.low() : figure.high();
    }

    /** The amount in a text, without regard to other cells; null if it contains none. */
    @Nullable
    Amount amount(String text) {
        if (!isCounted() || behind == null || CellReader.isUnknown(text) || decimals.isDoubtful(text)) {
            return null;
        }
        String plain = unmarked(inPoints(text));
        Reading read = inFull(plain);
        return !isMarked(text) && isBeyond(plain, read) ? null : amount(read);
    }

    private String inPoints(String text) {
        return decimals.isComma() ? DecimalSign.inPoints(text) : text;
    }

    /** Whether a text is an unconfirmed amount far beyond all known amounts of its kind. */
    boolean isBeyond(String text) {
        String plain = inPoints(text);
        return isCounted() && !isMarked(text) && !CellReader.isUnknown(text) && isBeyond(plain, inFull(plain));
    }

    /** Whether an exclamation mark confirms an unusual amount. */
    static boolean isMarked(String text) {
        return text.length() > 1 && (text.endsWith("!") || text.endsWith("！"));
    }

    private static String unmarked(String text) {
        return isMarked(text) ? TextFolding.strip(text.substring(0, text.length() - 1)) : text;
    }

    private boolean isCounted() {
        boolean given = column != null && column.state() == Column.State.GIVEN;
        return !given && KnownAmounts.isCounted(property);
    }

    private boolean isBeyond(String text, Reading read) {
        if (read.text() == null || !isCounted()) {
            return false;
        }
        WrittenFigure bare = bare(text);
        if (bare != null) {
            return isBeyond(bare, behind);
        }
        Figure figure = KnownAmounts.figure(property, read.text(), money);
        return figure != null && names.amounts().isFarBeyond(property, figure);
    }

    /** Whether a figure in the unit of its heading is far beyond all known ones. */
    private boolean isBeyond(WrittenFigure bare, @Nullable String own) {
        BigDecimal most = own == null ? null : names.amounts().most(property, own, money);
        return most != null && bare.numbers().stream().anyMatch(number -> number.compareTo(most) > 0);
    }

    /**
     * Whether a number with a currency and no scale may be meant in single units: six digits or more, or an amount in
     * the unit of its heading far beyond all known ones.
     */
    private boolean isInSingleUnits(WrittenFigure written, String own) {
        return isCounted()
                && (isBeyond(written, own)
                        || written.numbers().stream().anyMatch(number -> number.compareTo(SINGLE_UNITS) >= 0));
    }

    /** The figure in a text that takes its scale from its heading; null for other texts. */
    @Nullable
    WrittenFigure bare(String text) {
        WrittenFigure written = behind == null ? null : WrittenFigure.of(text);
        return written == null || written.isScaled() ? null : written;
    }

    private Problem beyond(Place place, String text, String whole) {
        WrittenFigure bare = bare(text);
        List<String> others = bare == null || behind == null
                ? List.of()
                : SettledColumns.smaller(behind).stream().map(bare::in).toList();
        return CellProblems.beyond(
                place, text, whole, key.name(), others, whole + "!", bare == null ? "" : unitOption());
    }

    /** The option that confirms the unit of the whole column. */
    private String unitOption() {
        return CellReader.option(column, key.name() + " [" + unit + "]");
    }

    private Reading inFull(String text) {
        if (years) {
            if (DateText.isYear(text) || DateText.period(text) != null) {
                return Reading.wrong(place -> CellProblems.yearsCounted(place, text));
            }
            Reading months = months(inMonths() ? text + "月" : text);
            if (months != null) {
                return months;
            }
        }
        Unit kind = kind();
        if (text.length() <= CellReader.LONGEST_WORD
                && !isDigit(text.charAt(0))
                && catalogue.says("none", TextFolding.of(text))) {
            String zero = "0" + (kind.isMoney() ? " " + money.sign() : kind.isShare() ? " %" : "");
            return Reading.wrong(place -> CellProblems.noFigure(place, text, zero));
        }
        if (kind.isMoney() && money.equals(Unit.JPY) && text.endsWith("兆")) { // 10¹² in Japanese only
            return Reading.of(text + "円", CellChange.Kind.UNIT);
        }
        WrittenFigure written = WrittenFigure.of(text);
        Reading read = written == null
                ? Reading.of(text, null) // The model reports it.
                : switch (kind.kind()) {
                    case MONEY -> money(text, written);
                    case SHARE -> share(text, written);
                    case NUMBER -> inHeading(text, written);
                };
        if (!kind.isMoney() || usual || read.isFlawed() || (written != null && written.currency() != null)) {
            return read;
        }
        FigureText.Reading amount = FigureText.parse(String.valueOf(read.text()), money, null);
        Message what = amount.what();
        return what == null
                ? read
                : Reading.wrong(place -> Problem.at(place, what).with(amount.advice()));
    }

    /** A number without a unit of its own, in that of its heading. */
    private Reading inHeading(String text, WrittenFigure written) {
        return behind == null || written.isScaled() || written.currency() != null
                ? Reading.of(text, null)
                : Reading.of(written.in(behind), CellChange.Kind.UNIT);
    }

    /**
     * Money. A number takes its missing parts from its heading: the scale only if it has none, the currency only if it
     * names none. A number with a currency and no scale may also be meant in single units.
     */
    private Reading money(String text, WrittenFigure written) {
        if (written.isScaled()) {
            return scaled(text, written);
        }
        Unit named = written.currency();
        if (named == null || behind == null) {
            return inHeading(text, written);
        }
        String scaled = written.in(behind);
        String plain = written.in(money.sign());
        Figure figure = FigureText.parse(scaled, money, null).figure();
        boolean same = figure == null
                || figure.equals(FigureText.parse(plain, money, null).figure());
        if (!written.mayBe(money)) {
            return same ? Reading.of(text, null) : Reading.wrong(place -> otherCurrency(place, text, behind, written));
        }
        if (same) {
            return figure == null || named.equals(money)
                    ? Reading.of(text, null)
                    : Reading.of(scaled, CellChange.Kind.UNIT);
        }
        return isInSingleUnits(written, behind)
                ? Reading.wrong(place -> twoSums(place, text, behind, scaled, plain))
                : Reading.of(scaled, CellChange.Kind.UNIT);
    }

    /** Money with a scale of its own, which may lack its currency, or share its sign with that of the heading. */
    private Reading scaled(String text, WrittenFigure written) {
        if (behind != null && written.currency() != null && written.mayBe(money) && !money.equals(written.currency())) {
            return Reading.of(written.inCurrency(money.sign()), CellChange.Kind.UNIT);
        }
        boolean open = behind == null && !(isChinese(text) && money.equals(Unit.MONEY));
        if (written.currency() != null
                || (open && written.usualCurrency() == null)
                || !written.hasKnownScales(behind != null)) {
            return Reading.of(text, null); // The model reports a missing currency.
        }
        Unit usual = written.usualCurrency();
        if (usual != null && !usual.equals(money)) {
            return Reading.wrong(place -> CellProblems.openCurrency(
                    place, text, written.inMoney(usual.sign()), written.inMoney(money.sign())));
        }
        String counted = written.inMoney(sign(text));
        if (behind != null && written.isScaledBelow()) {
            String shared = written.inMoney(behind(written.scale(), sign(text)));
            String other = written.inMoney(behind);
            Figure figure = FigureText.parse(shared, money, null).figure();
            return figure != null
                            && figure.equals(
                                    FigureText.parse(other, money, null).figure())
                    ? Reading.of(shared, CellChange.Kind.UNIT)
                    : Reading.wrong(place -> twoSums(place, text, behind, shared, other));
        }
        return Reading.of(counted, CellChange.Kind.UNIT);
    }

    private Problem twoSums(Place place, String text, String own, String one, String other) {
        return CellProblems.twoSums(place, text, own, one, other, unitOption());
    }

    /**
     * A share. Below a heading in percent, a number from 0 to 1 without a percent sign may be a percentage or a part
     * of 1, unless the other reading is no range.
     */
    private Reading share(String text, WrittenFigure written) {
        if (behind == null) {
            return isPlainNumber(text) && isAboveOne(text)
                    ? Reading.wrong(
                            place -> CellProblems.noShare(place, text, CellReader.option(column, key.name() + " [%]")))
                    : Reading.of(text, null);
        }
        List<BigDecimal> numbers = written.numbers();
        List<Boolean> signed = written.scaled();
        if (written.currency() != null || signed.stream().allMatch(one -> one)) {
            return Reading.of(text, null);
        }
        List<String> parts = new ArrayList<>();
        boolean doubtful = false;
        for (int i = 0; i < numbers.size(); i++) {
            BigDecimal number = numbers.get(i);
            boolean part = !signed.get(i) && number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0;
            doubtful |= part;
            parts.add((part ? number.movePointRight(2) : number)
                    .stripTrailingZeros()
                    .toPlainString());
        }
        String percent = written.isScaled() ? written.in(plain(numbers), "%") : written.in("%");
        String share = written.in(parts, "%");
        return doubtful && FigureText.parse(share, Unit.SHARE, null).figure() != null && !share.equals(percent)
                ? Reading.wrong(place -> CellProblems.percent(place, text, share, percent))
                : Reading.of(percent, CellChange.Kind.UNIT);
    }

    private static List<String> plain(List<BigDecimal> numbers) {
        return numbers.stream().map(BigDecimal::toPlainString).toList();
    }

    private static Problem otherCurrency(Place place, String text, String own, WrittenFigure cell) {
        boolean chinese = own.codePoints().anyMatch(Character::isIdeographic);
        Unit named = cell.currency() == null ? Unit.MONEY : cell.currency();
        String sign = named.sign(chinese ? Language.ZH : Language.EN);
        List<String> sums = new ArrayList<>();
        ScaleWords.money().stream()
                .filter(own::endsWith)
                .findFirst()
                .map(word -> own.substring(0, own.length() - word.length()).strip() + (chinese ? "" : " ") + sign)
                .ifPresent(scaled -> sums.add(cell.in(scaled)));
        sums.add(cell.in(sign));
        return CellProblems.otherCurrency(place, text, own, sums);
    }

    private static boolean isAboveOne(String text) {
        BigDecimal number = number(text);
        return number != null && number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(HUNDRED) <= 0;
    }

    private static String behind(String number, String sign) {
        return number + (sign.charAt(0) >= 128 ? "" : " ") + sign;
    }

    private boolean inMonths() {
        return unit != null && (unit.contains("月") || unit.equals("months"));
    }

    /** The name of the currency after a scale, such as 元 after 亿. */
    private String sign(String scale) {
        return isChinese(scale) && money.equals(Unit.MONEY) ? "元" : money.sign();
    }

    private static boolean isChinese(String text) {
        return text.chars().anyMatch(c -> c > 128 && Character.isLetter(c));
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text.replace(",", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Reading months(String text) {
        Matcher matcher = MONTHS.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal years = new BigDecimal(matcher.group(1)).divide(BigDecimal.valueOf(12), 4, RoundingMode.HALF_EVEN);
        boolean whole = years.multiply(BigDecimal.valueOf(12)).compareTo(new BigDecimal(matcher.group(1))) == 0;
        return Reading.of((whole ? "" : "about ") + years.stripTrailingZeros().toPlainString(), CellChange.Kind.YEARS);
    }
}
