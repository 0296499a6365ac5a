package dev.winnow.language.internal.syntax;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a rule. Each row is an ordinary rule whose variables have the values of the row.
 *
 * @param id the id of the rule with the table, and the family of its rows unless that rule names another
 * @param title the title of that rule
 * @param columns its columns, beginning with the ids of the rows
 * @param rows the cells of each row, one per column
 * @param place the place of the id
 */
public record RuleTable(String id, String title, List<Column> columns, List<List<Cell>> rows, Place place) {

    /** Name of the column with the ids. */
    static final String RULE = "rule";

    /** Name of the column with the points. */
    public static final String POINTS = "points";

    static final String TITLE = "title";
    static final String SOURCE = "source";
    static final String REASON = "reason";

    /** The meaning of the cells of a column. */
    public enum Kind {
        /** The id, points, title, source or reason of the row's rule, depending on the name of the column. */
        OF_RULE,
        /** The id of the limit whose value the variable has. */
        LIMIT,
        /** The value of a variable that is bound to a component. */
        WORD,
        /** The value of a variable, before the rule is parsed. */
        VARIABLE
    }

    /**
     * A column.
     *
     * @param name its head; for a variable, including the {@code $}
     * @param kind the meaning of its cells
     * @param spot the position of its head
     */
    public record Column(String name, Kind kind, TokenPosition spot) {}

    /** The content of a cell. */
    public enum Content {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** An empty cell, written as {@code -}. */
        BLANK
    }

    /**
     * A cell.
     *
     * @param content its content
     * @param text its text, without quotes
     * @param spot its position
     */
    public record Cell(Content content, String text, TokenPosition spot) {

        public boolean isBlank() {
            return content == Content.BLANK;
        }
    }

    /**
     * One row of a table.
     *
     * @param table the table
     * @param index the number of the row, from 0
     */
    public record Row(RuleTable table, int index) {

        public Cell cell(int column) {
            return table.rows().get(index).get(column);
        }

        /** Whether its title differs from that of the rule with the table. */
        public boolean hasOwnTitle() {
            return has(TITLE);
        }

        /** Whether its reason differs from that of the rule with the table. */
        public boolean hasOwnReason() {
            return has(REASON);
        }

        private boolean has(String column) {
            int at = table.column(column);
            return at >= 0 && !cell(at).isBlank();
        }

        /** Whether a position is in the row rather than in the rule with the table. */
        public boolean says(TokenPosition spot) {
            return table.rows().get(index).stream().anyMatch(cell -> cell.spot().equals(spot));
        }
    }

    /** Returns a problem that underlines the id of the rule with the table, with its quotes. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, id.length() + 2, advice);
    }

    /** Returns the ids of its rows, in order. */
    public List<String> ids() {
        return rows.stream().map(row -> row.get(0).text()).toList();
    }

    /** Returns the index of a column; -1 if the name is unknown. */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
