package dev.winnow.tables.meaning;

import dev.winnow.model.read.Property;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a table: what its rows are, and what its columns mean.
 *
 * @param kind what a row is
 * @param row the row of the headings, the lower of two
 * @param columns those with a heading
 * @param above the rows above the headings that hold a text
 * @param read rows that were read to find the head and belong to the body
 */
public record Head(EntryKind kind, int row, List<Column> columns, List<Integer> above, List<Row> read) {

    boolean isOpen() {
        return columns.stream().anyMatch(Column::isOpen);
    }

    /** The number of the last column with a heading. */
    public int width() {
        return columns.stream().mapToInt(Column::number).max().orElse(0);
    }

    /** This with other columns. */
    public Head with(List<Column> others) {
        return new Head(kind, row, others, above, read);
    }

    /** The columns of figures and days. */
    public List<Integer> figures() {
        List<Integer> figures = new ArrayList<>();
        for (Column column : columns) {
            Key key = column.means() == null ? null : Key.parse(column.means(), kind);
            if (key != null
                    && (key.facet() == null
                            ? key.property().type() == Property.Type.FIGURE
                                    || key.property().type() == Property.Type.DATE
                            : key.facet().equals("asOf"))) {
                figures.add(column.number());
            }
        }
        return figures;
    }

    /** Whether the columns mean the same in the same units as those of another, whatever row their headings stand in. */
    public boolean repeats(Head other) {
        return kind.equals(other.kind) && said(columns).equals(said(other.columns));
    }

    private static List<String> said(List<Column> columns) {
        return columns.stream()
                .map(column -> column.number() + " " + column.means() + " " + column.unit() + " "
                        + (column.means() == null ? column.heading() : ""))
                .toList();
    }

    /** Whether every column of money is read in a unit, so that a line that says it changes nothing. */
    public boolean isInMoney(String unit) {
        return columns.stream()
                .filter(column -> Headings.isMoney(kind, column))
                .allMatch(column -> unit.equals(column.unit()));
    }
}
