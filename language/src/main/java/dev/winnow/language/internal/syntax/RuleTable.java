package dev.winnow.language.internal.syntax;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a rule: for each row an ordinary rule, in which a variable is what the row says it is.
 *
 * @param id the id of the rule that carries the table, which is the family of its rows unless it names another
 * @param title the title of that rule
 * @param columns its columns, the ids of the rows first
 * @param rows the cells of each row, one for each column
 * @param place where the id stands
 */
public record RuleTable(String id, String title, List<Column> columns, List<List<Cell>> rows, Place place) {

    /** The column of the ids. */
    static final String RULE = "rule";

    /** The column of the points. */
    public static final String POINTS = "points";

    static final String TITLE = "title";
    static final String SOURCE = "source";
    static final String REASON = "reason";

    /** What the cells of a column say. */
    public enum Kind {
        /** The id, points, title, source or reason of the row's rule, by the name of the column. */
        OF_RULE,
        /** The id of the limit whose value a variable is. */
        LIMIT,
        /** What a variable is that stands for a component. */
        WORD,
        /** What a variable is, before the rule is read. */
        VARIABLE
    }

    /**
     * A column.
     *
     * @param name the head of the column, of a variable with its {@code $}
     * @param kind what its cells say
     * @param spot where the head stands
     */
    public record Column(String name, Kind kind, TokenPosition spot) {}

    /** What stands in a cell. */
    public enum Content {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Nothing, written as {@code -}. */
        BLANK
    }

    /**
     * A cell.
     *
     * @param content what stands in it
     * @param text its text, without quotes
     * @param spot where it stands
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

        /** Whether its title is not that of the rule that carries the table. */
        public boolean hasOwnTitle() {
            return has(TITLE);
        }

        /** Whether its reason is not that of the rule that carries the table. */
        public boolean hasOwnReason() {
            return has(REASON);
        }

        private boolean has(String column) {
            int at = table.column(column);
            return at >= 0 && !cell(at).isBlank();
        }

        /** Whether what stands at a position is said by the row, and not by the rule that carries the table. */
        public boolean says(TokenPosition spot) {
            return table.rows().get(index).stream().anyMatch(cell -> cell.spot().equals(spot));
        }
    }

    /** A problem that underlines the id of the rule that carries it, with its quotes. */
    public Problem problem(Message what, @Nullable Message advice) {
        return new Problem(place, what, id.length() + 2, advice);
    }

    /** The ids of its rows, in order. */
    public List<String> ids() {
        return rows.stream().map(row -> row.get(0).text()).toList();
    }

    /** The index of a column; -1 if there is none of that name. */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
