package dev.winnow.report.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of one kind of row. Its columns have names for programs, and headings for people, which are the
 * words {@code sheet.column.NAME} unless a column brings its own.
 *
 * @param <T> what a row is about
 */
final class SheetTable<T> {

    /** How the cells of a column look in a workbook. */
    enum Look {
        /** Whatever it is. */
        PLAIN("General"),
        /** A count of things. */
        COUNT("General"),
        /** A text that may need several lines. */
        PROSE("General"),
        /** A place in an order, in the middle of its column. */
        PLACE("0"),
        /** A score from 0 to 100. */
        SCORE("0.00"),
        /** Points that are added or taken. */
        POINTS("+0.00;-0.00;0.00"),
        /** A part of a whole, 0 to 1. */
        SHARE("0%"),
        /** A part of a whole of which a tenth of a percent matters. */
        PORTION("0.0%"),
        /** Any amount. */
        AMOUNT("#,##0.######"),
        /** A day. */
        DAY("yyyy-mm-dd");

        private final String format;

        Look(String format) {
            this.format = format;
        }

        /** As spreadsheets write it. */
        String format() {
            return format;
        }
    }

    /**
     * A column.
     *
     * @param name for programs
     * @param heading for people; null for the words of the name
     * @param width in characters
     * @param value what stands in it: a text, a number, a day, a truth, a constant of the model, or a list of texts or of
     *     constants; null for nothing
     */
    record Column<T>(
            String name, @Nullable String heading, Look look, int width, Function<T, @Nullable Object> value) {}

    private final String name;
    private final Iterable<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int frozen = 1;
    private int printedColumns;
    private int printedRows = Integer.MAX_VALUE;
    private @Nullable Function<T, Object> block;

    /**
     * A table without columns.
     *
     * @param name whose words are {@code sheet.NAME}
     */
    SheetTable(String name, Iterable<T> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Adds a column. */
    SheetTable<T> with(String column, Look look, int width, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(column, null, look, width, value));
        return this;
    }

    /** Adds a column of numbers with a heading of its own. */
    SheetTable<T> headed(String column, String heading, Look look, Function<T, @Nullable BigDecimal> value) {
        columns.add(new Column<>(column, heading, look, 10, value::apply));
        return this;
    }

    /** Adds a column of short texts or constants. */
    SheetTable<T> text(String column, int width, Function<T, @Nullable Object> value) {
        return with(column, Look.PLAIN, width, value);
    }

    /** Adds a column of long texts. */
    SheetTable<T> prose(String column, Function<T, @Nullable Object> value) {
        return prose(column, 60, value);
    }

    /** Adds a column of long texts of a width. */
    SheetTable<T> prose(String column, int width, Function<T, @Nullable Object> value) {
        return with(column, Look.PROSE, width, value);
    }

    /** Adds a column of numbers. */
    SheetTable<T> number(String column, Look look, Function<T, @Nullable BigDecimal> value) {
        return with(column, look, 10, value::apply);
    }

    /** Adds a column of whole numbers. */
    SheetTable<T> count(String column, Function<T, Integer> value) {
        return with(column, Look.COUNT, 10, value::apply);
    }

    /** Adds a column of days. */
    SheetTable<T> day(String column, Function<T, @Nullable LocalDate> value) {
        return with(column, Look.DAY, 12, value::apply);
    }

    /** Keeps the columns so far in view. */
    SheetTable<T> frozen() {
        frozen = columns.size();
        return this;
    }

    /** Adds a line of text above the headings; the first is a title. Empty ones are left out. */
    SheetTable<T> line(String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
        return this;
    }

    /** Prints the columns so far, and not those to come, which are there to look up and to filter by. */
    SheetTable<T> printedSoFar() {
        printedColumns = columns.size();
        return this;
    }

    /** Prints so many rows, and not those after them. */
    SheetTable<T> printedRows(int most) {
        printedRows = most;
        return this;
    }

    /** Draws a line between rows, and a strong one where this differs from the row above. */
    SheetTable<T> ruledBy(Function<T, Object> of) {
        block = of;
        return this;
    }

    String name() {
        return name;
    }

    Iterable<T> rows() {
        return rows;
    }

    List<Column<T>> columns() {
        return columns;
    }

    int frozenColumns() {
        return frozen;
    }

    List<String> lines() {
        return lines;
    }

    int printedColumns() {
        return printedColumns == 0 ? columns.size() : printedColumns;
    }

    int mostPrintedRows() {
        return printedRows;
    }

    /** {@return what rows of a block have in common; null if no lines are drawn} */
    @Nullable
    Function<T, Object> block() {
        return block;
    }
}
