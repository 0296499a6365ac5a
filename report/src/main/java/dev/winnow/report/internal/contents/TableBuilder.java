package dev.winnow.report.internal.contents;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Print;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Cells;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds a table for spreadsheets column by column. A column has a name for programs: the key or path of its value
 * in JSON, if it is there. Its heading for readers is the text {@code sheet.heading.SHEET.NAME} or else
 * {@code sheet.column.NAME}, unless it is given.
 *
 * @param <T> the subject of a row
 */
public final class TableBuilder<T> {

    private static final int NUMBER_WIDTH = 10;
    private static final int DAY_WIDTH = 12;
    private static final int TEXT_WIDTH = 20;
    private static final int PROSE_WIDTH = 60;

    private final Wording wording;
    private final String name;
    private final Iterable<T> subjects;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> values = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Print print = Print.ALL;
    private Function<T, @Nullable Object> group = row -> null;

    /**
     * Creates a table without columns.
     *
     * @param name the name of the sheet, whose title is the text {@code sheet.NAME}
     */
    public TableBuilder(Wording wording, String name, Iterable<T> subjects) {
        this.wording = wording;
        this.name = name;
        this.subjects = subjects;
    }

    /** Creates a table with a column for each component of a record. */
    public static <R extends Record> TableBuilder<R> ofRecords(
            Wording wording, String name, Class<R> type, Iterable<R> lines) {
        TableBuilder<R> table = new TableBuilder<>(wording, name, lines);
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> values = component.getType();
            Kind kind = values == LocalDate.class
                    ? Kind.DAY
                    : values == int.class ? Kind.COUNT : values == BigDecimal.class ? Kind.AMOUNT : Kind.TEXT;
            table.with(component.getName(), kind, kind == Kind.TEXT ? TEXT_WIDTH : DAY_WIDTH, value(component));
        }
        return table;
    }

    private static <R extends Record> Function<R, @Nullable Object> value(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // the record of a feature need not be public
        return line -> {
            try {
                return accessor.invoke(line);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Adds a column. */
    public TableBuilder<T> with(String column, Kind kind, int width, Function<T, @Nullable Object> value) {
        return add(column, null, kind, width, value);
    }

    /** Adds a column of numbers with the given heading. */
    public TableBuilder<T> headed(String column, String heading, Kind kind, Function<T, @Nullable BigDecimal> value) {
        return add(column, heading, kind, NUMBER_WIDTH, value::apply);
    }

    /** Adds a column with the given heading. */
    public TableBuilder<T> headed(
            String column, Kind kind, int width, String heading, Function<T, @Nullable Object> value) {
        return add(column, heading, kind, width, value);
    }

    private TableBuilder<T> add(
            String column, @Nullable String heading, Kind kind, int width, Function<T, @Nullable Object> value) {
        columns.add(new Column(column, heading == null ? heading(column) : heading, kind, width, null, false));
        values.add(value);
        return this;
    }

    private String heading(String column) {
        String key = "sheet.heading." + name + "." + column;
        String ofSheet = wording.orKey(key);
        return ofSheet.equals(key) ? wording.orKey("sheet.column." + column) : ofSheet;
    }

    /** Adds a column of short texts or terms. */
    public TableBuilder<T> text(String column, int width, Function<T, @Nullable Object> value) {
        return with(column, Kind.TEXT, width, value);
    }

    /** Adds a column of long texts. */
    public TableBuilder<T> prose(String column, Function<T, @Nullable Object> value) {
        return prose(column, PROSE_WIDTH, value);
    }

    /** Adds a column of long texts with the given width, in characters. */
    public TableBuilder<T> prose(String column, int width, Function<T, @Nullable Object> value) {
        return with(column, Kind.PROSE, width, value);
    }

    /** Adds a column of numbers. */
    public TableBuilder<T> number(String column, Kind kind, Function<T, @Nullable BigDecimal> value) {
        return with(column, kind, NUMBER_WIDTH, value::apply);
    }

    /** Adds a column of whole numbers. */
    public TableBuilder<T> count(String column, Function<T, Integer> value) {
        return with(column, Kind.COUNT, NUMBER_WIDTH, value::apply);
    }

    /** Adds a column of days. */
    public TableBuilder<T> day(String column, Function<T, @Nullable LocalDate> value) {
        return with(column, Kind.DAY, DAY_WIDTH, value::apply);
    }

    /** Removes the columns that a condition does not select. */
    public TableBuilder<T> only(Predicate<String> wanted) {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (!wanted.test(columns.get(i).name())) {
                columns.remove(i);
                values.remove(i);
            }
        }
        return this;
    }

    /** Keeps the present columns in view. */
    public TableBuilder<T> frozen() {
        print = new Print(columns.size(), print.columns(), print.rows());
        return this;
    }

    /** Adds a line above the headings, unless it is empty; the first line is the title. */
    public TableBuilder<T> line(String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
        return this;
    }

    /** Prints the present columns only; columns added later serve look-up and filters. */
    public TableBuilder<T> printedSoFar() {
        print = new Print(print.frozen(), columns.size(), print.rows());
        return this;
    }

    /** Sets the maximum number of printed rows. */
    public TableBuilder<T> printedRows(int most) {
        print = new Print(print.frozen(), print.columns(), most);
        return this;
    }

    /** Groups rows with the same value. */
    public TableBuilder<T> ruledBy(Function<T, @Nullable Object> of) {
        group = of;
        return this;
    }

    /** Returns the table, with its rows in memory. */
    public Table build() {
        List<Row> rows = new ArrayList<>();
        subjects.forEach(subject -> rows.add(row(subject)));
        return table(List.copyOf(rows));
    }

    /** Returns the table with rows that are computed while they are read, since they may not fit into memory. */
    public Table streamed() {
        return table(() -> new Iterator<>() {
            private final Iterator<T> each = subjects.iterator();

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Row next() {
                return row(each.next());
            }
        });
    }

    private Table table(Iterable<Row> rows) {
        return new Table(name, wording.say("sheet." + name), lines, columns, rows, print);
    }

    private Row row(T subject) {
        List<Cell> cells = new ArrayList<>(values.size());
        values.forEach(value -> cells.add(Cells.of(value.apply(subject), wording)));
        Object common = group.apply(subject);
        return new Row(common == null ? null : Objects.toString(common), cells);
    }
}
