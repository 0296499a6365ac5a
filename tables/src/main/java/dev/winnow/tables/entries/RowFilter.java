package dev.winnow.tables.entries;

import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.mapping.RowCondition;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which rows of a table a mapping means. */
public final class RowFilter {

    /** A condition on a column. */
    private record Test(int column, RowCondition condition, boolean wanted) {}

    private final List<Test> tests = new ArrayList<>();

    /** @param head of a table, {@link #missing} in which there is nothing */
    public RowFilter(Head head) {
        head.map().where().forEach(one -> tests.add(new Test(column(head, one), one, true)));
        head.map().except().forEach(one -> tests.add(new Test(column(head, one), one, false)));
    }

    /** The conditions on columns that a table does not have. */
    public static List<RowCondition> missing(Head head) {
        return Stream.concat(head.map().where().stream(), head.map().except().stream())
                .filter(one -> column(head, one) == 0)
                .toList();
    }

    private static int column(Head head, RowCondition condition) {
        String folded = TextFolding.of(condition.heading());
        return head.columns().stream()
                .filter(column -> TextFolding.of(column.heading()).equals(folded))
                .mapToInt(Column::number)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    /** Whether a row is meant. */
    public boolean means(Row row) {
        for (Test test : tests) {
            if (test.condition.holds(row.text(test.column)) != test.wanted) {
                return false;
            }
        }
        return true;
    }
}
