package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.universe.EntryKind;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns as more settles them than their headings: what a user says, how their numbers and days are written, and each other. */
public final class SettledColumns {

    private static final Pattern DECIMALS = Pattern.compile("(.+\\S)\\s+decimal (comma|point)");

    /** What heads a part of the figure that another column gives: a phase, or what is counted with it. */
    static final Pattern PART = Pattern.compile("(?i)其中|of which|thereof|[一二三四五六\\d首前后本]+期|\\bphase [\\divx]+");

    private static final String PERIOD = "buildingPeriod";

    private static final Map<String, List<String>> SMALLER = new TreeMap<>(Map.of(
            "亿", List.of("万", ""),
            "万", List.of(""),
            "bn", List.of("mn", ""),
            "billion", List.of("million", ""),
            "mn", List.of(""),
            "million", List.of("")));

    private SettledColumns() {}

    /** What a user said of a column without how its numbers are written. */
    static String withoutDecimals(String saying) {
        Matcher decimals = DECIMALS.matcher(saying);
        return decimals.matches() ? decimals.group(1) : saying;
    }

    /** A column with the meaning that the user gave it: a property, perhaps with a unit and how its numbers are written. */
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
        Column known = column.as(key.name(), Column.State.TOLD, List.of());
        Unit declared = key.property().unit();
        // Of a number with a declared unit nothing in brackets is passed over: a heading in GW is not one in MW.
        String said = unit.unit() != null || column.unit() != null || declared == null || !declared.isDeclared()
                ? unit.unit()
                : HeadingUnit.inBrackets(column.heading());
        return said == null ? known : known.inUnit(said);
    }

    /**
     * The head with how the numbers of each column are written, as the first rows show it. Beside commas that part cells a
     * comma within a number is none of a fraction, unless the column shows that it is; beside other signs it can be either. In
     * a workbook only texts show it, for a cell that holds a number says its value.
     *
     * @param separator what parts cells in a file of separated values; 0 elsewhere
     */
    public static Head withDecimals(Head head, List<Row> rows, char separator) {
        List<Column> columns = new ArrayList<>();
        for (Column column : head.columns()) {
            Key key = column.key(head.kind());
            if (key == null
                    || column.decimals() != null
                    || key.facet() != null
                    || key.property().type() != Property.Type.FIGURE) {
                columns.add(column);
            } else {
                List<String> written = rows.stream()
                        .filter(row -> separator != 0 || row.kind(column.number()) == CellKind.WRITTEN)
                        .map(row -> row.text(column.number()))
                        .toList();
                DecimalSign shown = DecimalSign.of(written);
                boolean points = (separator == ',' || separator == 0)
                        && written.stream().noneMatch(DecimalSign.COMMA::isShownBy);
                columns.add(column.with(shown == DecimalSign.OPEN && points ? DecimalSign.POINT : shown));
            }
        }
        return head.with(columns);
    }

    /** The head with the order in which each column writes day and month, where its first rows have days that could be two. */
    public static Head withDays(Head head, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : head.columns()) {
            DayOrder shown =
                    isOfDays(head.kind(), column) && column.unit() == null ? shownDays(rows, column) : DayOrder.OPEN;
            columns.add(shown == DayOrder.OPEN ? column : column.inUnit(shown.words()));
        }
        return head.with(columns);
    }

    /** The head with those columns settled that may be of periods, 建设周期, and whose first rows have nothing else. */
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

    private static DayOrder shownDays(List<Row> rows, Column column) {
        List<String> texts = rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .toList();
        return texts.stream().anyMatch(DayOrder::isDoubtful) ? DayOrder.of(texts) : DayOrder.OPEN;
    }

    /** Whether a column of a table holds days. */
    public static boolean isOfDays(EntryKind kind, Column column) {
        Key key = column.number() == 0 ? null : column.key(kind);
        return key != null
                && (key.facet() == null
                        ? key.property().type() == Property.Type.DATE
                        : key.facet().equals("asOf"));
    }

    /** A column whose days can be read in two ways, with both as what it may mean. */
    public static Column undecidedDays(Column column) {
        return column.as(
                column.means(),
                column.state(),
                List.of(
                        column.means() + " [" + DayOrder.DAY_FIRST.words() + "]",
                        column.means() + " [" + DayOrder.MONTH_FIRST.words() + "]"));
    }

    /** A column with amounts far beyond all that is known, with its unit and smaller ones as what it may be in. */
    public static Column inOtherUnits(Column column) {
        String unit = String.valueOf(column.unit());
        List<String> choices = new ArrayList<>(List.of(column.means() + " [" + unit + "]"));
        smaller(unit).forEach(other -> choices.add(column.means() + " [" + other + "]"));
        return column.as(column.means(), column.state(), choices);
    }

    /** The units that people count in, smaller than one of money: 万元 and 元 where a heading says 亿元. */
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

    /** A column whose numbers can be read in two ways, with both as what it may mean. */
    public static Column undecided(Column column) {
        String means = column.means() + (column.unit() == null ? "" : " [" + column.unit() + "]");
        return column.as(column.means(), column.state(), List.of(means + " decimal comma", means + " decimal point"));
    }

    /**
     * A meaning that two columns have is ambiguous, unless the user gave it. A second text that is only shown, such as how far a
     * project has come, is not taken.
     */
    public static List<Column> twice(EntryKind kind, List<Column> columns) {
        Map<String, Column> first = new HashMap<>();
        List<Column> settled = new ArrayList<>();
        for (Column column : columns) {
            if (column.state() == Column.State.TOLD && column.means() != null) {
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
        Key key = column.state() == Column.State.TOLD ? null : column.key(kind);
        return key != null
                && key.facet() == null
                && key.property().declared() != null
                && !key.property().required()
                && CellReader.isText(key.property());
    }

    /** A column that is nearly one of the same table and says a part of it, 一期投资 beside 总投资, is not taken. */
    static List<Column> withParts(List<Column> columns) {
        Set<String> wholes =
                columns.stream().map(Column::means).filter(Objects::nonNull).collect(Collectors.toSet());
        return columns.stream()
                .map(column -> column.state() == Column.State.NEARLY
                                && wholes.contains(column.choices().get(0))
                                && PART.matcher(column.heading()).find()
                        ? column.as(null, Column.State.UNKNOWN, List.of())
                        : column)
                .toList();
    }

    /** Columns of money without a unit of their own are in that which a line above the table says. */
    static List<Column> withMoney(EntryKind kind, List<Column> columns, @Nullable String money) {
        return money == null
                ? columns
                : columns.stream()
                        .map(column -> column.unit() == null && isMoney(kind, column) ? column.inUnit(money) : column)
                        .toList();
    }

    /**
     * The head with those columns open whose headings say money of another currency than is counted in, for which there is no
     * rate. A column that means the same in a currency that is counted stands for itself.
     *
     * @param counted whether money of a currency can be counted
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
