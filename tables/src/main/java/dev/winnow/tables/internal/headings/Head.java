package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.FilledText;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table: the kind of its rows and the meanings of its columns.
 *
 * @param kind kind of the rows
 * @param row row number of the headings; the lowest if there are several rows
 * @param columns columns with a heading
 * @param above rows above the headings that contain text
 * @param read rows of the body that were read to find the head
 * @param map the mapping of the table
 */
public record Head(EntryKind kind, int row, List<Column> columns, List<Integer> above, List<Row> read, RecordMap map) {

    /** The head with other columns. */
    public Head with(List<Column> settled) {
        return new Head(kind, row, settled, above, read, map);
    }

    /** The mapping of a column; null if there is none. */
    public @Nullable ColumnMap said(Column column) {
        return column.number() == 0 ? null : map.column(column.heading(), nth(column));
    }

    /** Position of a column among those with its heading, from 1. */
    public int nth(Column column) {
        return (int) columns.stream()
                .filter(other -> other.number() <= column.number())
                .filter(other -> TextFolding.of(other.heading()).equals(TextFolding.of(column.heading())))
                .mapToInt(Column::number)
                .distinct()
                .count();
    }

    /** The text that a mapping sets for a column outside the table; null for other columns. */
    public @Nullable FilledText set(Column column) {
        return column.number() > 0
                ? null
                : map.set().values().stream()
                        .filter(text -> text.said().place().equals(column.place()))
                        .findFirst()
                        .orElse(null);
    }

    /** Number of the last column with a heading. */
    public int width() {
        return columns.stream().mapToInt(Column::number).max().orElse(0);
    }

    /** Whether the rows are corrected rows that were refused before. */
    public boolean isOfRefused() {
        return columns.stream().anyMatch(column -> HeadingCatalogue.get().isReason(TextFolding.of(column.heading())));
    }

    /** Columns of figures and dates. */
    public List<Integer> figures() {
        return columns.stream()
                .filter(column -> SettledColumns.isOfDays(kind, column) || isFigure(column))
                .map(Column::number)
                .toList();
    }

    private boolean isFigure(Column column) {
        Key key = column.number() == 0 ? null : column.key(kind);
        return key != null && key.facet() == null && key.property().type() == Property.Type.FIGURE;
    }

    /**
     * Whether the columns have the same meanings and units as those of another head, regardless of the row of the
     * headings.
     */
    public boolean repeats(Head other) {
        return kind.equals(other.kind) && said(columns).equals(said(other.columns));
    }

    private static List<String> said(List<Column> columns) {
        return columns.stream()
                .map(column -> column.number() + " " + column.means() + " "
                        + (DayOrder.named(column.unit()) == null ? column.unit() : null) + " " // The order of days is
                        // found in the rows.
                        + (column.means() == null ? column.heading() : ""))
                .toList();
    }

    /** Whether every column of money is read in a unit, so that a line with that unit changes nothing. */
    public boolean isInMoney(String unit) {
        return columns.stream()
                .filter(column -> SettledColumns.isMoney(kind, column))
                .allMatch(column -> unit.equals(column.unit()));
    }

    /** Selects the rows of a table that a mapping covers. */
    public static final class RowFilter {

        /** A condition on a column. */
        private record Test(int column, RecordMap.RowCondition condition, boolean wanted) {}

        private final List<Test> tests = new ArrayList<>();

        /** @param head a head for which {@link #missing} is empty */
        public RowFilter(Head head) {
            head.map().where().forEach(one -> tests.add(new Test(column(head, one), one, true)));
            head.map().except().forEach(one -> tests.add(new Test(column(head, one), one, false)));
        }

        /** Conditions on columns that a table does not have. */
        public static List<RecordMap.RowCondition> missing(Head head) {
            return Stream.concat(head.map().where().stream(), head.map().except().stream())
                    .filter(one -> column(head, one) == 0)
                    .toList();
        }

        private static int column(Head head, RecordMap.RowCondition condition) {
            String folded = TextFolding.of(condition.heading());
            return head.columns().stream()
                    .filter(column -> TextFolding.of(column.heading()).equals(folded))
                    .mapToInt(Column::number)
                    .filter(number -> number > 0)
                    .findFirst()
                    .orElse(0);
        }

        /** Whether a row is selected. */
        public boolean means(Row row) {
            for (Test test : tests) {
                if (test.condition.holds(row.text(test.column)) != test.wanted) {
                    return false;
                }
            }
            return true;
        }
    }
}
