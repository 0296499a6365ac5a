package dev.winnow.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A workbook drawn as text. {@code == NAME} begins a sheet; each line is a row with cells separated by {@code |}.
 * {@code >} merges a cell with the one to its left, {@code ^} with the one above. {@code 15} is a number and {@code
 * '15} a text, {@code day:45717} a date, {@code share:0.7} a percentage, {@code yi:3} a number with 亿元 in its format,
 * {@code scaled:125000} one displayed as 12.5, {@code #REF!} an error; {@code yuan:3}, {@code dollar:3} and {@code
 * euro:3} are numbers with a currency in their format; {@code =A1+1} is a formula without a value and {@code =A1+1 → 2}
 * one with a value. {@code ~} hides a row at its start, the sheet of {@code == ~NAME}, and the columns of {@code ==
 * NAME ~ BD}.
 */
final class DrawnBook {

    private record Merge(int top, int left, int bottom, int right) {}

    private final Book book = new Book();
    private final StringBuilder rows = new StringBuilder();
    private final List<String[]> grid = new ArrayList<>();
    private String name = "";

    private DrawnBook() {}

    static Book of(String text) {
        DrawnBook drawn = new DrawnBook();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("== ")) {
                drawn.finish();
                drawn.name = line.substring(3).strip();
            } else {
                drawn.row(line);
            }
        }
        drawn.finish();
        return drawn.book;
    }

    private void row(String line) {
        boolean hidden = line.startsWith("~");
        String[] cells = (hidden ? line.substring(1) : line).split("\\|", -1);
        int number = grid.size() + 1;
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip().replace("\\n", "\n");
            row.append(cell(reference(number, i), cells[i]));
        }
        grid.add(cells);
        if (row.length() > 0) {
            rows.append("<row r=\"" + number + "\"" + (hidden ? " hidden=\"1\"" : "") + ">" + row + "</row>");
        }
    }

    private static String reference(int row, int column) {
        return (char) ('A' + column) + String.valueOf(row);
    }

    private static String cell(String reference, String text) {
        if (text.isEmpty() || text.equals(">") || text.equals("^")) {
            return "";
        }
        if (text.startsWith("#") && text.toUpperCase(Locale.ROOT).equals(text) && text.length() > 2) {
            return "<c r=\"" + reference + "\" t=\"e\"><v>" + text + "</v></c>";
        }
        if (text.startsWith("day:")) {
            return "<c r=\"" + reference + "\" s=\"2\"><v>" + text.substring(4) + "</v></c>";
        }
        if (text.startsWith("share:")) {
            return "<c r=\"" + reference + "\" s=\"1\"><v>" + text.substring(6) + "</v></c>";
        }
        if (text.startsWith("yi:")) {
            return "<c r=\"" + reference + "\" s=\"4\"><v>" + text.substring(3) + "</v></c>";
        }
        if (text.startsWith("scaled:")) {
            return "<c r=\"" + reference + "\" s=\"5\"><v>" + text.substring(7) + "</v></c>";
        }
        List<String> currencies = List.of("yuan:", "dollar:", "euro:");
        for (String currency : currencies) {
            if (text.startsWith(currency)) {
                int style = 6 + currencies.indexOf(currency);
                return "<c r=\"" + reference + "\" s=\"" + style + "\"><v>" + text.substring(currency.length())
                        + "</v></c>";
            }
        }
        if (text.startsWith("=")) {
            int arrow = text.indexOf(" → ");
            return "<c r=\"" + reference + "\"><f>" + (arrow < 0 ? text : text.substring(0, arrow)).substring(1)
                    + "</f>" + (arrow < 0 ? "" : "<v>" + text.substring(arrow + 3) + "</v>") + "</c>";
        }
        if (text.matches("\\d+(\\.\\d+)?")) {
            return "<c r=\"" + reference + "\"><v>" + text + "</v></c>";
        }
        return Book.text(reference, text.startsWith("'") ? text.substring(1) : text);
    }

    private void finish() {
        if (!name.isEmpty()) {
            boolean hidden = name.startsWith("~");
            String called = hidden ? name.substring(1) : name;
            int tilde = called.indexOf(" ~ ");
            String columns = tilde < 0 ? "" : called.substring(tilde + 3);
            List<Merge> merges = merges();
            StringBuilder areas = new StringBuilder();
            merges.forEach(merge -> areas.append("<mergeCell ref=\"" + reference(merge.top + 1, merge.left) + ":"
                    + reference(merge.bottom + 1, merge.right) + "\"/>"));
            book.sheet(
                    tilde < 0 ? called : called.substring(0, tilde),
                    columns.chars()
                            .map(letter -> letter - 'A' + 1)
                            .mapToObj(number -> "<col min=\"" + number + "\" max=\"" + number + "\" hidden=\"1\"/>")
                            .collect(Collectors.joining("", "<cols>", "</cols>")),
                    rows.toString(),
                    merges.isEmpty() ? "" : "<mergeCells>" + areas + "</mergeCells>",
                    hidden ? "state=\"hidden\"" : "");
        }
        rows.setLength(0);
        grid.clear();
    }

    /** Merged areas, which begin at a text followed by marks to the right or below. */
    private List<Merge> merges() {
        List<Merge> merges = new ArrayList<>();
        for (int row = 0; row < grid.size(); row++) {
            for (int column = 0; column < grid.get(row).length; column++) {
                String text = at(row, column);
                if (!text.equals(">") && !text.equals("^")) {
                    int right = column;
                    while (at(row, right + 1).equals(">")) {
                        right++;
                    }
                    int bottom = row;
                    while (at(bottom + 1, column).equals("^")) {
                        bottom++;
                    }
                    if (right > column || bottom > row) {
                        merges.add(new Merge(row, column, bottom, right));
                    }
                }
            }
        }
        return merges;
    }

    private String at(int row, int column) {
        return row < grid.size() && column < grid.get(row).length ? grid.get(row)[column] : "";
    }
}
