package dev.winnow.language.internal.format;

import dev.winnow.language.internal.format.RuleLines.Line;
import dev.winnow.language.internal.format.RuleLines.Piece;
import dev.winnow.language.internal.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, each as wide as its widest cell.
 *
 * @param widths the width of each column
 * @param numeric whether each column contains only numbers below its head; such columns are right-aligned
 */
record TableColumns(List<Integer> widths, List<Boolean> numeric) {

    private static final String BETWEEN = " | ";

    /** A cell as written: its tokens, and the comments among them. */
    private record Cell(String text, boolean number) {

        int width() {
            return text.codePointCount(0, text.length());
        }
    }

    static TableColumns of(List<Line> rows) {
        List<Integer> widths = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = cells(rows.get(i));
            for (int column = 0; column < cells.size(); column++) {
                Cell cell = cells.get(column);
                if (column == widths.size()) {
                    widths.add(0);
                    numeric.add(rows.size() > 1);
                }
                widths.set(column, Math.max(widths.get(column), cell.width()));
                numeric.set(column, numeric.get(column) && (i == 0 || cell.number()));
            }
        }
        return new TableColumns(widths, numeric);
    }

    /** Returns a row on one line, without trailing spaces. */
    String write(Line row) {
        StringBuilder line = new StringBuilder();
        List<Cell> cells = cells(row);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String gap = " ".repeat(widths.get(i) - cell.width());
            line.append(i == 0 ? "" : BETWEEN);
            line.append(numeric.get(i) ? gap + cell.text() : cell.text() + gap);
        }
        return line.toString().stripTrailing();
    }

    private static List<Cell> cells(Line row) {
        List<Cell> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean number = false;
        boolean commented = false;
        for (Piece piece : row.pieces()) {
            if (piece.is("|")) {
                cells.add(new Cell(text.toString(), number));
                text.setLength(0);
                number = false;
                commented = false;
                continue;
            }
            commented |= piece.isComment();
            text.append(text.length() > 0 && commented ? " " : "").append(piece.text());
            number |= piece.token() != null && piece.token().kind() == Token.Kind.NUMBER;
        }
        cells.add(new Cell(text.toString(), number));
        return cells;
    }
}
