package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.DecimalSign;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves columns beyond their headings: by the user's meanings, by the number and date formats of their cells, and by
 * comparison with other columns.
 */
public final class SettledColumns {

    private static final Pattern DECIMALS = Pattern.compile("(.+\\S)\\s+decimal (comma|point)");

    /** A heading for a part of another column's figure: a phase, or an amount included in it. */
    static final Pattern PART =
            Pattern.compile("(?i)其中|of which|thereof|\\bdavon\\b|\\bdont\\b|うち|[一二三四五六\\d首前后本]+期|\\bphase [\\divx]+");

    /** A heading for the part of an investment that falls into a year or is spent by a day. */
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "(?iU)(?=.*(?:19|20|21)\\d{2}|.*(?:年度|本年|当年|今年|当期|截至|累计|已完成)"
                    + "|.*\\b(?:to date|so far|this year|annual|yearly|bislang|bisher)\\b).*(?:投资|投資|투자|invest|inversi|capex).*");

    private static final Pattern EASTERN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private static final String PERIOD = "buildingPeriod";

    private static final Map<String, List<String>> SMALLER = new TreeMap<>(Map.of(
            "亿", List.of("万", ""),
            "万", List.of(""),
            "bn", List.of("mn", ""),
            "billion", List.of("million", ""),
            "mn", List.of(""),
            "million", List.of("")));

    private SettledColumns() {}

    /** Whether a heading names a part of an amount that another column gives. */
    static boolean isPart(String heading, String whole) {
        return PART.matcher(heading).find()
                || (whole.equals("investment") && OF_A_YEAR.matcher(heading).matches());
    }

    /** A meaning given by the user without its decimal sign. */
    static String withoutDecimals(String saying) {
        Matcher decimals = DECIMALS.matcher(saying);
        return decimals.matches() ? decimals.group(1) : saying;
    }

    /** A column with the meaning given by the user: a property, optionally with a unit and a decimal sign. */
    public static Column given(Column column, String saying, Meanings meanings) {
        Matcher decimals = DECIMALS.matcher(saying);
        if (decimals.matches()) {
            Column given = given(column, decimals.group(1), meanings);
            return given.with(decimals.group(2).equals("comma") ? DecimalSign.COMMA : DecimalSign.POINT);
        }
        if (saying.equals(Mapping.NOTHING)) {
            return column.as(null, Column.State.LEFT_OUT, List.of());
        }
        HeadingUnit unit = HeadingUnit.of(saying, meanings.units());
        Key key = meanings.named(unit.bare());
        if (key == null) {
            return column.as(null, Column.State.AMBIGUOUS, List.of());
        }
        Column known = column.as(key.name(), Column.State.GIVEN, List.of());
        Unit declared = key.property().unit();
        // For numbers with a declared unit, an unknown text in brackets counts as a unit: a heading in GW must not be
        // read as MW.
        String said = unit.unit() != null || column.unit() != null || declared == null || !declared.isDeclared()
                ? unit.unit()
                : HeadingUnit.inBrackets(column.heading());
        return said == null ? known : known.inUnit(said);
    }

    /**
     * The head with the decimal sign of each column, as the first rows show it. Lists in Chinese, Japanese or Korean
     * have no decimal commas. In a workbook only texts are examined, since numeric cells are unambiguous.
     *
     * @param separator separator of a CSV file; 0 for other files
     */
    public static Head withDecimals(Head head, List<Row> rows, char separator) {
        boolean points = separator == ',' || separator == 0;
        boolean eastern = head.columns().stream()
                .anyMatch(column -> EASTERN.matcher(column.heading()).find());
        List<Column> columns = new ArrayList<>();
        for (Column column : head.columns()) {
            if (column.decimals() != null || !isOfFigures(head.kind(), column)) {
                columns.add(column);
            } else if (eastern) {
                columns.add(column.with(DecimalSign.POINT));
            } else {
                columns.add(column.with(DecimalSign.of(
                        rows.stream()
                                .filter(row -> isWritten(row, column, separator))
                                .map(row -> row.text(column.number()))
                                .toList(),
                        points)));
            }
        }
        return head.with(columns);
    }

    /** Whether the number in a cell may have a decimal comma: any in a CSV file, texts in a workbook. */
    private static boolean isWritten(Row row, Column column, char separator) {
        return separator != 0 || row.kind(column.number()) == CellKind.WRITTEN;
    }

    /**
     * The head with the figures of each column of figures.
     *
     * @param rows the first rows, without sums
     * @param separator separator of a CSV file; 0 for other files
     * @param reader returns the reader of a column
     */
    public static Head withFigures(Head head, List<Row> rows, char separator, Function<Column, CellReader> reader) {
        return head.with(head.columns().stream()
                .map(column -> isOfFigures(head.kind(), column)
                        ? column.with(figures(column, rows, separator, reader))
                        : column)
                .toList());
    }

    private static ColumnFigures figures(
            Column column, List<Row> rows, char separator, Function<Column, CellReader> reader) {
        CellReader written = reader.apply(column);
        CellReader numbers = reader.apply(column.with(DecimalSign.POINT));
        List<String> texts = new ArrayList<>();
        List<Amount> amounts = new ArrayList<>();
        for (Row row : rows) {
            String text = row.text(column.number());
            Amount amount = (isWritten(row, column, separator) ? written : numbers).amount(text);
            texts.add(TextFolding.strip(text));
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return ColumnFigures.of(texts, amounts);
    }

    private static boolean isOfFigures(EntryKind kind, Column column) {
        Key key = column.number() == 0 ? null : column.key(kind);
        return key != null && key.facet() == null && key.property().type() == Property.Type.FIGURE;
    }

    /**
     * The head with the order of day and month of each column whose first rows contain ambiguous dates: the order that
     * they show, or else that of the language of the headings.
     */
    public static Head withDays(Head head, List<Row> rows) {
        boolean european = head.columns().stream()
                .anyMatch(
                        column -> HeadingCatalogue.get().says("day-first", HeadingCatalogue.folded(column.heading())));
        List<Column> columns = new ArrayList<>();
        for (Column column : head.columns()) {
            DayOrder shown = isOfDays(head.kind(), column) && column.unit() == null
                    ? shownDays(rows, column, european)
                    : DayOrder.OPEN;
            columns.add(shown == DayOrder.OPEN ? column : column.inUnit(shown.words()));
        }
        return head.with(columns);
    }

    /** The head with columns resolved to periods, such as 建设周期, if their first rows contain only periods. */
    public static Head withPeriods(Head head, List<Row> rows) {
        boolean given = head.columns().stream().anyMatch(column -> PERIOD.equals(column.means()));
        return head.with(head.columns().stream()
                .map(column -> !given
                                && column.state() == Column.State.AMBIGUOUS
                                && column.choices().contains(PERIOD)
                                && isOfPeriods(rows, column)
                        ? column.as(PERIOD, Column.State.KNOWN, List.of())
                        : column)
                .toList());
    }

    private static boolean isOfPeriods(List<Row> rows, Column column) {
        List<String> texts = rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .filter(text -> text.chars().anyMatch(Character::isDigit))
                .toList();
        return !texts.isEmpty() && texts.stream().allMatch(text -> DateText.period(text) != null);
    }

    private static DayOrder shownDays(List<Row> rows, Column column, boolean european) {
        List<String> texts = rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .toList();
        if (texts.stream().noneMatch(DayOrder::isDoubtful)) {
            return DayOrder.OPEN;
        }
        return european && texts.stream().allMatch(text -> DayOrder.of(text) == DayOrder.OPEN)
                ? DayOrder.DAY_FIRST
                : DayOrder.of(texts);
    }

    /** Whether a column contains dates. */
    public static boolean isOfDays(EntryKind kind, Column column) {
        Key key = column.number() == 0 ? null : column.key(kind);
        return key != null
                && (key.facet() == null
                        ? key.property().type() == Property.Type.DATE
                        : key.facet().equals("asOf"));
    }

    /** A column of ambiguous dates with both orders as its choices. */
    public static Column undecidedDays(Column column) {
        return column.as(
                column.means(),
                column.state(),
                List.of(
                        column.means() + " [" + DayOrder.DAY_FIRST.words() + "]",
                        column.means() + " [" + DayOrder.MONTH_FIRST.words() + "]"));
    }

    /** A column of amounts far beyond all known ones, with its unit and smaller units as its choices. */
    public static Column inOtherUnits(Column column) {
        String unit = String.valueOf(column.unit());
        List<String> choices = new ArrayList<>(List.of(column.means() + " [" + unit + "]"));
        smaller(unit).forEach(other -> choices.add(column.means() + " [" + other + "]"));
        return column.as(column.means(), column.state(), choices);
    }

    /** Usual units smaller than a unit of money: 万元 and 元 for 亿元. */
    static List<String> smaller(String unit) {
        for (String scale : SMALLER.keySet()) {
            if (unit.startsWith(scale)) {
                String rest = unit.substring(scale.length());
                return SMALLER.getOrDefault(scale, List.of()).stream()
                        .map(other -> (other + rest).strip())
                        .toList();
            }
        }
        return List.of();
    }

    /** A column of ambiguous numbers with both decimal signs as its choices. */
    public static Column undecided(Column column) {
        String means = column.means() + (column.unit() == null ? "" : " [" + column.unit() + "]");
        return column.as(column.means(), column.state(), List.of(means + " decimal comma", means + " decimal point"));
    }

    /**
     * Marks columns with the same meaning as ambiguous, unless the user gave it. A second text that is only displayed,
     * such as the progress of a project, is not taken.
     */
    public static List<Column> twice(EntryKind kind, List<Column> columns) {
        Map<String, Column> first = new HashMap<>();
        List<Column> settled = new ArrayList<>();
        for (Column column : columns) {
            if (column.state() == Column.State.GIVEN && column.means() != null) {
                first.putIfAbsent(column.means(), column);
            }
        }
        for (Column column : columns) {
            Column earlier = column.means() == null ? null : first.putIfAbsent(column.means(), column);
            settled.add(
                    earlier == null || earlier.equals(column)
                            ? column
                            : isShown(kind, column)
                                    ? column.as(null, Column.State.UNKNOWN, List.of())
                                    : column.as(null, Column.State.TWICE, List.of(String.valueOf(column.means()))));
        }
        return settled;
    }

    private static boolean isShown(EntryKind kind, Column column) {
        Key key = column.state() == Column.State.GIVEN ? null : column.key(kind);
        return key != null
                && key.facet() == null
                && key.property().declared() != null
                && !key.property().required()
                && CellReader.isText(key.property());
    }

    /** Sets the unit of columns of money without one to that of a line above the table. */
    static List<Column> withMoney(EntryKind kind, List<Column> columns, @Nullable String money) {
        return money == null
                ? columns
                : columns.stream()
                        .map(column -> column.unit() == null && isMoney(kind, column) ? column.inUnit(money) : column)
                        .toList();
    }

    /**
     * Marks columns of money in a currency without a rate as open. Another column with the same meaning in an accepted
     * currency counts instead.
     *
     * @param counted whether a currency is accepted
     */
    public static Head withForeign(Head head, Predicate<Unit> counted) {
        Set<String> taken = new HashSet<>();
        for (Column column : head.columns()) {
            if (column.means() != null && !isForeign(head.kind(), column, counted)) {
                taken.add(column.means());
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : head.columns()) {
            boolean twice = column.state() == Column.State.TWICE
                    && !taken.contains(column.choices().get(0));
            Column own = twice ? column.as(column.choices().get(0), Column.State.KNOWN, List.of()) : column;
            boolean foreign = isForeign(head.kind(), own, counted);
            if (twice && !foreign) {
                taken.add(String.valueOf(own.means()));
            }
            columns.add(foreign ? own.as(null, Column.State.FOREIGN, List.of(String.valueOf(own.means()))) : own);
        }
        return head.with(columns);
    }

    private static boolean isForeign(EntryKind kind, Column column, Predicate<Unit> counted) {
        String unit = column.unit();
        Unit money = unit == null || column.state() != Column.State.KNOWN || !isMoney(kind, column)
                ? null
                : HeadingUnit.money(unit);
        return money != null && !counted.test(money);
    }

    static boolean isMoney(EntryKind kind, Column column) {
        Key key = column.key(kind);
        return key != null
                && key.facet() == null
                && key.property().unit() != null
                && key.property().unit().isMoney();
    }
}
