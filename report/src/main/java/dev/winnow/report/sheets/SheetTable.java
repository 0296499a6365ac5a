package dev.winnow.report.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of one kind of row. Its columns have names for programs, and headings for people, which are the
 * words {@code sheet.column.NAME}.
 *
 * @param <T> what a row is about
 */
final class SheetTable<T> {

    /** How the cells of a column look in a workbook. */
    enum Look {
        /** Whatever it is. */
        PLAIN("General"),
        /** A text that may need several lines. */
        PROSE("General"),
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
     * @param width in characters
     * @param value what stands in it: a text, a number, a day, a truth, a constant of the model, or a list of texts or of
     *     constants; null for nothing
     */
    record Column<T>(String name, Look look, int width, Function<T, @Nullable Object> value) {}

    private final String name;
    private final Iterable<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();
    private int frozen = 1;

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
        columns.add(new Column<>(column, look, width, value));
        return this;
    }

    /** Adds a column of short texts or constants. */
    SheetTable<T> text(String column, int width, Function<T, @Nullable Object> value) {
        return with(column, Look.PLAIN, width, value);
    }

    /** Adds a column of long texts. */
    SheetTable<T> prose(String column, Function<T, @Nullable Object> value) {
        return with(column, Look.PROSE, 60, value);
    }

    /** Adds a column of numbers. */
    SheetTable<T> number(String column, Look look, Function<T, @Nullable BigDecimal> value) {
        return with(column, look, 10, value::apply);
    }

    /** Adds a column of whole numbers. */
    SheetTable<T> count(String column, Function<T, Integer> value) {
        return with(column, Look.PLAIN, 10, value::apply);
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
}
